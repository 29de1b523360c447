"""The tables, one file a noun. A row that belongs to a client carries `client`, so that a scope can guard it."""

from voldaan.records.models.account import Account
from voldaan.records.models.account_code import AccountCode
from voldaan.records.models.agency import Agency
from voldaan.records.models.allocation import Allocation
from voldaan.records.models.call_attempt import CallAttempt
from voldaan.records.models.client import Client, ClientIban, StageApproval
from voldaan.records.models.client_check import ClientCheck, ClientCheckItem
from voldaan.records.models.credit_note import CreditNote
from voldaan.records.models.debtor import Address, Contact, Debtor
from voldaan.records.models.decision import DayPlan, Decision
from voldaan.records.models.departure import Departure
from voldaan.records.models.dispute import Dispute
from voldaan.records.models.engagement import Engagement
from voldaan.records.models.event import Event, EventChain
from voldaan.records.models.fee import Fee
from voldaan.records.models.habit import Habit
from voldaan.records.models.handover import HandOver, HandOverInvoice
from voldaan.records.models.hold import Hold
from voldaan.records.models.house_style import HouseStyleVersion
from voldaan.records.models.imported_file import ImportedFile, ListMapping
from voldaan.records.models.incoming_mail import IncomingMail, StrayMail
from voldaan.records.models.invoice import Invoice, InvoiceAttachment
from voldaan.records.models.match_review import MatchReview
from voldaan.records.models.merge import DebtorMerge
from voldaan.records.models.message import Message, MessageInvoice, Reminded
from voldaan.records.models.payment import BankStatement, Payment, PayoutLine
from voldaan.records.models.payment_plan import Instalment, PaymentPlan, PaymentPlanInvoice
from voldaan.records.models.print_file import PrintFile
from voldaan.records.models.promise import Promise
from voldaan.records.models.question import Question, QuestionCandidate
from voldaan.records.models.strategy import StrategyVersion
from voldaan.records.models.text_set import TextSetVersion
from voldaan.records.models.write_off import WriteOff

__all__ = [
    "Account",
    "AccountCode",
    "Address",
    "Agency",
    "Allocation",
    "BankStatement",
    "CallAttempt",
    "Client",
    "ClientCheck",
    "ClientCheckItem",
    "ClientIban",
    "Contact",
    "CreditNote",
    "DayPlan",
    "Debtor",
    "DebtorMerge",
    "Decision",
    "Departure",
    "Dispute",
    "Engagement",
    "Event",
    "EventChain",
    "Fee",
    "Habit",
    "HandOver",
    "HandOverInvoice",
    "Hold",
    "HouseStyleVersion",
    "ImportedFile",
    "IncomingMail",
    "Instalment",
    "Invoice",
    "InvoiceAttachment",
    "ListMapping",
    "MatchReview",
    "Message",
    "MessageInvoice",
    "Payment",
    "PaymentPlan",
    "PaymentPlanInvoice",
    "PayoutLine",
    "PrintFile",
    "Promise",
    "Question",
    "QuestionCandidate",
    "Reminded",
    "StageApproval",
    "StrategyVersion",
    "StrayMail",
    "TextSetVersion",
    "WriteOff",
]
