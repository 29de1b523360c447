"""The names of a CAMT message that are looked at; the rest of it is passed over."""

MESSAGES = {
    "BkToCstmrAcctRpt": ("camt.052", "Rpt", "INTERIM"),
    "BkToCstmrStmt": ("camt.053", "Stmt", "STATEMENT"),
    "BkToCstmrDbtCdtNtfctn": ("camt.054", "Ntfctn", "NOTIFICATION"),
}
"""The three messages: their name, the element that holds one account's movements, and what kind of statement it is."""

STATEMENTS = {element: (name, kind) for name, element, kind in MESSAGES.values()}

ACCOUNT_IDS = ("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id", "Acct/Id/BBAN", "Acct/Id/UPIC")
ACCOUNT = (
    *ACCOUNT_IDS,
    "Acct/Ccy",
    "Acct/Nm",
    "Acct/Ownr/Nm",
)
STATEMENT = (
    "Id",
    "ElctrncSeqNb",
    "LglSeqNb",
    "CreDtTm",
    "FrToDt/ToDtTm",
    "CpyDplctInd",
    "StmtPgntn/LastPgInd",
    "RptPgntn/LastPgInd",
    "NtfctnPgntn/LastPgInd",
    "TxsSummry/TtlNtries/NbOfNtries",
    *ACCOUNT,
)
HEADER = ("MsgPgntn/LastPgInd",)
BALANCE = ("Tp/CdOrPrtry/Cd", "Tp/Cd", "Amt", "CdtDbtInd", "Dt/Dt", "Dt/DtTm")
ENTRY = (
    "NtryRef",
    "Amt",
    "CdtDbtInd",
    "RvslInd",
    "Sts",
    "Sts/Cd",
    "Sts/Prtry",
    "BookgDt/Dt",
    "BookgDt/DtTm",
    "ValDt/Dt",
    "ValDt/DtTm",
    "AcctSvcrRef",
    "BkTxCd/Domn/Fmly/SubFmlyCd",
    "Chrgs",
    "Btch/NbOfTxs",
    "AddtlNtryInf",
)
SIDES = ("Dbtr", "Cdtr")
NAMES = ("Nm", "Pty/Nm", "Agt/FinInstnId/Nm")
"""Where the name of a party stands: until version 7, from version 8, and where the party is a bank."""
ACCOUNT_NUMBERS = ("IBAN", "Othr/Id", "PrtryAcct/Id")
TRANSACTION = (
    "Refs/AcctSvcrRef",
    "Refs/EndToEndId",
    "Refs/MndtId",
    "Amt",
    "CdtDbtInd",
    "AmtDtls/InstdAmt/Amt",
    "AmtDtls/TxAmt/Amt",
    "AmtDtls/CntrValAmt/Amt",
    "BkTxCd/Domn/Fmly/SubFmlyCd",
    "Chrgs",
    *(f"RltdPties/{ultimate}{side}/{name}" for ultimate in ("", "Ultmt") for side in SIDES for name in NAMES),
    *(f"RltdPties/{side}Acct/Id/{number}" for side in SIDES for number in ACCOUNT_NUMBERS),
    *(f"RltdPties/{side}Acct/Nm" for side in SIDES),
    "RmtInf/Ustrd",
    "RmtInf/Strd/AddtlRmtInf",
    "RmtInf/Strd/CdtrRefInf/Ref",
    "RmtInf/Strd/CdtrRefInf/CdtrRef",
    "RmtInf/Strd/RfrdDocInf/Nb",
    "RmtInf/Strd/RfrdDocInf/RfrdDocNb",
    "RltdDts/IntrBkSttlmDt",
    "RtrInf/Rsn/Cd",
    "RtrInf/Rsn/Prtry",
    "RtrInf/AddtlInf",
    "RtrInf/RtrRsn/Cd",
    "RtrInf/RtrRsn/Prtry",
    "RtrInf/AddtlRtrRsnInf",
    "AddtlTxInf",
)
DETAILS = "NtryDtls"
"""What is under it in version 2 and later stands directly under the entry in version 1: no path names it."""
UNDER_DETAILS = ("Btch", "TxDtls")
PART = tuple(f"TxDtls/{path}" for path in TRANSACTION)
WHOLE_ENTRY = (*ENTRY, *PART)
