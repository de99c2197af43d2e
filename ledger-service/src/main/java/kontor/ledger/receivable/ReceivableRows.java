package kontor.ledger.receivable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.security.KnownMember;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads receivables and payments; whose they are is part of the query. */
@Component
class ReceivableRows {

    private static final String RECEIVABLES = """
            select * from (
                select invoice_id as id, number, customer_id, gross_minor, paid_minor, payment_deadline, cancelled,
                    version, case when cancelled then 0 else gross_minor end - paid_minor as open_minor,
                    not cancelled and paid_minor < gross_minor and payment_deadline < cast(:today as date) as overdue
                from receivable) r
            where (cast(:all as boolean) or customer_id = cast(:own as bigint))
            """;

    private static final Lists.Query ROWS = new Lists.Query(
            RECEIVABLES + """
              and (cast(:customers as bigint[]) is null or customer_id = any(:customers))
              and (cast(:overdue as boolean) is null or overdue = :overdue)
            """,
            "bigint",
            Map.of(
                    "paymentDeadline", new SortKey("payment_deadline", "date"),
                    "invoiceId", new SortKey("id", "bigint"),
                    "openMinor", new SortKey("open_minor", "bigint")));

    private final JdbcClient jdbc;
    private final Lists lists;
    private final BusinessTime time;

    ReceivableRows(JdbcClient jdbc, Lists lists, BusinessTime time) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.time = time;
    }

    /**
     * A receivable as callers see it, minor units.
     *
     * @param openMinor what the customer still owes; below 0 what he is to get back for a cancelled invoice
     * @param overdue live, not fully paid, and the deadline lies before today
     */
    record ReceivableView(
            long invoiceId,
            String number,
            long customerId,
            long grossMinor,
            long paidMinor,
            long openMinor,
            LocalDate paymentDeadline,
            boolean overdue,
            boolean cancelled,
            long version) {}

    /** A receivable and its payments, oldest first. */
    record ReceivableWithPayments(@JsonUnwrapped ReceivableView receivable, List<InvoicePaymentView> payments) {}

    /** A payment and its switches, oldest first. */
    record PaymentWithHistory(@JsonUnwrapped InvoicePaymentView payment, List<PaymentSwitchView> history) {}

    /** One switch. */
    record PaymentSwitchView(long id, boolean revoked, UUID byAdminId, Instant at) {}

    Page<ReceivableView> page(ListRequest request, Caller caller) {
        Map<String, @Nullable Object> params = visibleTo(caller);
        params.put("today", time.today());
        params.put("customers", request.longs("customerId"));
        params.put("overdue", request.flag("overdue"));
        return lists.page(request, ROWS, params, ReceivableRows::receivable);
    }

    ReceivableWithPayments one(long invoiceId, Caller caller) {
        ReceivableView found = jdbc.sql(RECEIVABLES + " and id = :id")
                .params(visibleTo(caller))
                .param("today", time.today())
                .param("id", invoiceId)
                .query(ReceivableRows::receivable)
                .optional()
                .orElseThrow(NotFound::new);
        return new ReceivableWithPayments(found, payments(invoiceId));
    }

    PaymentWithHistory payment(long id, Caller caller) {
        InvoicePaymentView found = jdbc.sql("""
                        select p.* from invoice_payment p join receivable r on r.invoice_id = p.invoice_id
                        where p.id = :id and (cast(:all as boolean) or r.customer_id = cast(:own as bigint))
                        """)
                .params(visibleTo(caller))
                .param("id", id)
                .query(ReceivableRows::payment)
                .optional()
                .orElseThrow(NotFound::new);
        return new PaymentWithHistory(found, switches(id));
    }

    /** Admins see all; a member without customer profile owns nothing, and finds an empty list. */
    private static Map<String, @Nullable Object> visibleTo(Caller caller) {
        @Nullable KnownMember member = caller.member();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("all", caller.isAdmin());
        params.put("own", member == null ? null : member.customerId());
        return params;
    }

    private List<InvoicePaymentView> payments(long invoiceId) {
        return jdbc.sql("select * from invoice_payment where invoice_id = ? order by id")
                .param(invoiceId)
                .query(ReceivableRows::payment)
                .list();
    }

    private List<PaymentSwitchView> switches(long paymentId) {
        return jdbc.sql("""
                        select id, revoked, by_admin_id, at from invoice_payment_revocation
                        where payment_id = ? order by id
                        """)
                .param(paymentId)
                .query((row, n) -> new PaymentSwitchView(
                        row.getLong("id"),
                        row.getBoolean("revoked"),
                        row.getObject("by_admin_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static ReceivableView receivable(ResultSet row, int number) throws SQLException {
        return new ReceivableView(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("customer_id"),
                row.getLong("gross_minor"),
                row.getLong("paid_minor"),
                row.getLong("open_minor"),
                row.getObject("payment_deadline", LocalDate.class),
                row.getBoolean("overdue"),
                row.getBoolean("cancelled"),
                row.getLong("version"));
    }

    private static InvoicePaymentView payment(ResultSet row, int number) throws SQLException {
        return new InvoicePaymentView(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getLong("amount_minor"),
                row.getObject("received_on", LocalDate.class),
                row.getString("comment"),
                row.getObject("by_admin_id", UUID.class),
                row.getBoolean("revoked"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
