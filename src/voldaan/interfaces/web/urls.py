"""The addresses of the desk."""

from django.urls import path

from voldaan.interfaces.web import (
    account,
    acts,
    approvals,
    calculator,
    calls,
    client_checks,
    exception_acts,
    fact_acts,
    fees,
    files,
    files_columns,
    files_mappings,
    inbox,
    mailbox,
    merges,
    message,
    question_acts,
    questions,
    strategies,
    strategy_change,
    style_change,
    styles,
    text_change,
    text_sets,
    today,
)

app_name = "desk"

_ACCOUNT = "opdrachtgever/<slug:key>/debiteur/<path:number>"
_CALL = "opdrachtgever/<slug:key>/bellen/<uuid:uuid>"
_CHECK = "opdrachtgever/<slug:key>/navraag/<int:check>"
_FILES = "opdrachtgever/<slug:key>/bestanden"
_MAIL = "opdrachtgever/<slug:key>/mail/<int:mail>"
_MAPPINGS = "opdrachtgever/<slug:key>/kolomindelingen"
_STRATEGY = "strategieen/<slug:key>"
_TEXTS = "teksten/<slug:key>"
_TEXT = f"{_TEXTS}/<slug:code>/<slug:part>"
_MESSAGE = "opdrachtgever/<slug:key>/bericht/<uuid:uuid>"

urlpatterns = [
    path("", today.today_page, name="today"),
    path("vragen/", questions.questions_page, name="questions"),
    path("navraag/", client_checks.checks_page, name="client_checks"),
    path("inbox/", inbox.inbox_page, name="inbox"),
    path("inbox/plaatsen/<int:mail>/", inbox.place, name="place_mail"),
    path(f"{_MAIL}/", inbox.mail_page, name="mail"),
    path(f"{_MAIL}/vastleggen/", inbox.decide, name="decide_mail"),
    path(f"{_MAIL}/terug/", inbox.take_back, name="take_mail_back"),
    path("bellijst/", calls.calls_page, name="calls"),
    path(f"{_CALL}/", calls.call_page, name="call"),
    path(f"{_CALL}/vastleggen/", calls.record, name="record_call"),
    path("postbus/", mailbox.mailbox_page, name="mailbox"),
    path("bestanden/", files.files_page, name="files"),
    path("strategieen/", strategies.strategies_page, name="strategies"),
    path("nieuwe-strategie/", strategies.new_strategy, name="new_strategy"),
    path(f"{_STRATEGY}/", strategies.strategy_page, name="strategy"),
    path(f"{_STRATEGY}/wijzigen/", strategy_change.change_page, name="change_strategy"),
    path("opdrachtgever/<slug:key>/strategieen/", strategies.choose, name="choose_strategies"),
    path("huisstijlen/", styles.styles_page, name="styles"),
    path("huisstijlen/kiezen/", styles.wear, name="wear_style"),
    path("nieuwe-huisstijl/", styles.new_style, name="new_style"),
    path("huisstijl/<slug:key>/", styles.style_page, name="style"),
    path("huisstijl/<slug:key>/wijzigen/", style_change.change_page, name="change_style"),
    path("huisstijl/<slug:key>/voorbeeld/e-mail/", styles.e_mail, name="style_e_mail"),
    path("huisstijl/<slug:key>/voorbeeld/brief.pdf", styles.letter, name="style_letter"),
    path("teksten/", text_sets.text_sets_page, name="text_sets"),
    path("nieuwe-tekstset/", text_sets.new_text_set, name="new_text_set"),
    path(f"{_TEXTS}/", text_sets.text_set_page, name="text_set"),
    path(f"{_TEXTS}/terug/", text_sets.restore, name="restore_texts"),
    path(f"{_TEXT}/", text_change.change_page, name="change_texts"),
    path(f"{_TEXT}/voorbeeld/", text_change.preview, name="preview_texts"),
    path(f"{_TEXT}/e-mail/", text_change.mail, name="preview_mail"),
    path(f"{_TEXT}/brief.pdf", text_change.letter, name="preview_letter"),
    path("opdrachtgever/<slug:key>/teksten/", text_sets.choose, name="choose_texts"),
    path("kosten/", fees.fees_page, name="fees"),
    path("rekenen/", calculator.calculator_page, name="calculator"),
    path("rekenen/<slug:what>/", calculator.calculator_page, name="calculator"),
    path("goedkeuren/", approvals.approve, name="approve"),
    path("opdrachtgever/<slug:key>/akkoord/", approvals.approvals_page, name="approvals"),
    path("opdrachtgever/<slug:key>/akkoord/bewaren/", approvals.set_approvals, name="set_approvals"),
    path("opdrachtgever/<slug:key>/uitzonderingen/", exception_acts.client_page, name="client_exceptions"),
    path("opdrachtgever/<slug:key>/uitzondering/", exception_acts.make, name="make_client_exception"),
    path("opdrachtgever/<slug:key>/uitzondering-beeindigen/", exception_acts.end, name="end_exception"),
    path("opdrachtgever/<slug:key>/vraag/<int:question>/antwoord/", question_acts.answer, name="answer"),
    path("opdrachtgever/<slug:key>/vraag/<int:question>/parkeren/", question_acts.park, name="park"),
    path("opdrachtgever/<slug:key>/betaling/<int:payment>/ongedaan/", question_acts.undo, name="undo_match"),
    path(
        "opdrachtgever/<slug:key>/betaling/<int:payment>/herstellen/", question_acts.redo, name="redo_match"
    ),
    path("opdrachtgever/<slug:key>/vraag/<int:question>/debiteur/", merges.same_debtor, name="same_debtor"),
    path(f"{_CHECK}/", client_checks.check_page, name="client_check"),
    path(f"{_CHECK}/lijst.csv", client_checks.check_file, name="client_check_file"),
    path(f"{_CHECK}/antwoord/", client_checks.answer, name="answer_client_check"),
    path(f"{_FILES}/inlezen/", files.hand_in, name="hand_in"),
    path(f"{_FILES}/<slug:digest>/kolommen/", files_columns.columns_page, name="columns"),
    path(f"{_MAPPINGS}/", files_mappings.mappings_page, name="mappings"),
    path(f"{_MAPPINGS}/bestand/", files_mappings.download, name="mapping_file"),
    path(f"{_MAPPINGS}/toevoegen/", files_mappings.add, name="add_mapping"),
    path(f"{_MAPPINGS}/verwijderen/", files_mappings.drop, name="drop_mapping"),
    path(f"{_MESSAGE}/", message.message_page, name="message"),
    path(f"{_MESSAGE}/e-mail/", message.e_mail, name="e_mail"),
    path(f"{_MESSAGE}/bewijs/", message.evidence_bytes, name="evidence_bytes"),
    path(f"{_MESSAGE}/brief.pdf", message.letter, name="letter"),
    path(f"{_MESSAGE}/uitkomst/", acts.resolve, name="resolve"),
    path(f"{_ACCOUNT}/uit-elkaar/", merges.unmerge, name="unmerge"),
    path(f"{_ACCOUNT}/blokkeren/", account.hold_page, name="hold"),
    path(f"{_ACCOUNT}/opheffen/", acts.lift, name="lift"),
    path(f"{_ACCOUNT}/toezegging/", acts.promise, name="promise"),
    path(f"{_ACCOUNT}/betwisten/", acts.dispute, name="dispute"),
    path(f"{_ACCOUNT}/betwisting-sluiten/", acts.settle_dispute, name="settle_dispute"),
    path(f"{_ACCOUNT}/uitzondering/", exception_acts.make, name="make_exception"),
    path(f"{_ACCOUNT}/labels/", fact_acts.tag, name="tag"),
    path(f"{_ACCOUNT}/verzekeraar/", fact_acts.insurer, name="insurer"),
    path(f"{_ACCOUNT}/stuiting/", fact_acts.interrupt, name="interrupt"),
    path(f"{_ACCOUNT}/afboeken/", fact_acts.let_go, name="write_off"),
    path(f"{_ACCOUNT}/regeling-beeindigen/", fact_acts.end_plan, name="end_plan"),
    path(f"{_ACCOUNT}/", account.account_page, name="account"),
]
