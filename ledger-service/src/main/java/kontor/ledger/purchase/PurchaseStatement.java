package kontor.ledger.purchase;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.CommunityAccounts;
import kontor.platform.messaging.EventIds;
import kontor.platform.messaging.EventJson;
import kontor.platform.messaging.Origin;
import kontor.platform.security.KnownMember;
import kontor.platform.store.SqlValues;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One buyer's part of a cart as one SQL statement: debit if the limit allows and nothing was outdated, purchases,
 * transfers, entries, events, and the claim of the idempotency key with the answer. Without the debit nothing is
 * written; a racing twin breaks the key of {@code reply} and with it the whole statement.
 *
 * @param claim what is stored under the caller's key; null for all but the first of several buyers
 */
record PurchaseStatement(
        List<BookedLine> lines,
        MakePurchase.Entry entry,
        @Nullable Claim claim) {

    private static final String PURCHASES = "kontor.ledger.shelf-purchase.v1";
    private static final String TRANSFERS = "kontor.ledger.transfer.v1";

    /** The key and the answer to be kept under it. */
    record Claim(RequestKey key, Spliced answer) {}

    /** Balance of the buyer afterwards; empty if nothing was booked. */
    Optional<Long> run(JdbcClient jdbc, CommunityAccounts accounts) {
        boolean isAudited = entry.via() != EnteredVia.SELF;
        PurchaseSql sql = new PurchaseSql(lines.size(), claim != null, isAudited);
        return jdbc.sql(sql.text())
                .params(values(accounts, isAudited))
                .query((row, n) -> row.getLong(1))
                .optional();
    }

    private List<@Nullable Object> values(CommunityAccounts accounts, boolean isAudited) {
        List<@Nullable Object> values = new ArrayList<>();
        addLines(values, accounts);
        Origin origin = Origin.current();
        KnownMember buyer = lines.getFirst().priced().member();
        long cost = lines.stream().mapToLong(line -> line.view().totalMinor()).sum();
        values.addAll(SqlValues.of(
                cost,
                lines.stream().filter(BookedLine::isPosted).count(),
                buyer.memberId().toString(),
                entry.isByAdmin(),
                cost,
                buyer.memberId(),
                buyer.version(),
                lines.size(),
                lines.getFirst().view().enteredAt(),
                entry.actorId(),
                buyer.memberId(),
                entry.adminId(),
                entry.via().name(),
                entry.terminal(),
                accounts.idOf(CommunityAccount.SHELF_SALES),
                origin.correlationId(),
                traceParent()));
        if (claim != null) {
            RequestKey key = claim.key();
            values.addAll(SqlValues.of(
                    key.caller(),
                    key.operation(),
                    key.key(),
                    key.fingerprint(),
                    claim.answer().head(),
                    claim.answer().tail()));
        }
        if (isAudited) {
            values.add(origin.correlationId());
        }
        return values;
    }

    private void addLines(List<@Nullable Object> values, CommunityAccounts accounts) {
        long later = lines.stream().mapToLong(line -> line.view().totalMinor()).sum();
        long laterSteps = lines.stream().filter(BookedLine::isPosted).count();
        for (BookedLine line : lines) {
            later -= line.view().totalMinor();
            laterSteps -= line.isPosted() ? 1 : 0;
            // The limit was checked on the last balance, so the last entry shows the floor.
            boolean isChecked = !entry.isByAdmin() && line.isPosted() && laterSteps == 0;
            addLine(values, line, accounts, new Rest(later, laterSteps, isChecked));
        }
    }

    /** What follows a line: cost and number of the later postings; a checked line is the last of them. */
    private record Rest(long minor, long steps, boolean isChecked) {}

    private static void addLine(List<@Nullable Object> values, BookedLine line, CommunityAccounts accounts, Rest rest) {
        PurchaseView view = line.view();
        @Nullable Spliced posted = line.posted();
        values.addAll(SqlValues.of(
                view.id(),
                view.cartId(),
                view.productId(),
                view.productVersion(),
                view.at(),
                view.amount(),
                view.unitNetMinor(),
                view.vatPercentage(),
                view.unitPriceMinor(),
                view.totalMinor(),
                line.priced().vat().minor(),
                accounts.idOf(CommunityAccount.vatPayable(view.vatPercentage())),
                rest.minor(),
                rest.steps(),
                rest.isChecked(),
                line.transferId(),
                line.firstEntryId(),
                line.reference(),
                EventIds.of(PURCHASES, Long.toString(view.id()), 1, view.enteredAt()),
                EventJson.write(line.made()),
                EventIds.of(TRANSFERS, Long.toString(line.transferId()), 1, view.enteredAt()),
                posted == null ? null : posted.head(),
                posted == null ? null : posted.tail()));
    }

    /** W3C trace header, so that a trace goes on behind the broker. */
    private static @Nullable String traceParent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
