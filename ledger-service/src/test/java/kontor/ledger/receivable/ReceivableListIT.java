package kontor.ledger.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import kontor.ledger.Shop;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Customers read what they owe, admins what anybody owes. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class ReceivableListIT {

    private final RestTestClient http;
    private final Members members;
    private final MovableClock clock;
    private final Shop shop;
    private final Member ada;
    private final Invoices invoices;
    private final long customer = Invoices.id();

    ReceivableListIT(
            Members members, TestDatabase database, TopicWriter writer, RestTestClient http, MovableClock clock) {
        this.http = http;
        this.members = members;
        this.clock = clock;
        shop = new Shop(database, writer, http);
        ada = members.admin();
        invoices = new Invoices(shop, database, writer, ada);
    }

    @Test
    void showsACustomerHisOwnOnly() {
        Member cleo = customer();
        Invoice own = invoices.issue(Invoices.invoice(customer));
        Invoice foreign = invoices.issue(Invoices.invoice(Invoices.id()));
        long ownPayment = invoices.pay(own, 83).id();
        long foreignPayment = invoices.pay(foreign, 5).id();

        Shop.Answer list = shop.get(cleo.bearer(), Invoices.RECEIVABLES + "?count=true");

        assertThat(list.body().path("total").asLong()).isEqualTo(1);
        assertThat(list.body().at("/items/0/invoiceId").asLong()).isEqualTo(own.id());
        assertThat(list.body().at("/items/0/openMinor").asLong()).isEqualTo(2_800);
        Shop.Answer one = shop.get(cleo.bearer(), Invoices.RECEIVABLES + "/" + own.id());
        assertThat(one.headers().getETag()).isEqualTo("\"2\"");
        assertThat(one.body().at("/payments/0/amountMinor").asLong()).isEqualTo(83);
        assertThat(shop.get(cleo.bearer(), Invoices.PAYMENTS + "/" + ownPayment).status())
                .isEqualTo(200);
        List.of(Invoices.RECEIVABLES + "/" + foreign.id(), Invoices.PAYMENTS + "/" + foreignPayment)
                .forEach(
                        path -> assertThat(shop.get(cleo.bearer(), path).code()).isEqualTo("not-found"));
        assertThat(shop.get(cleo.bearer(), Invoices.RECEIVABLES + "?customerId=" + foreign.customerId())
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void isEmptyForWhoHasNoProfile() {
        invoices.issue(Invoices.invoice(customer));

        Shop.Answer list = shop.get(members.verified().bearer(), Invoices.RECEIVABLES + "?count=true");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().path("total").asLong()).isZero();
    }

    /** Live, not fully paid, due before today: of the clock, which is moved on. */
    @Test
    void tellsWhatIsOverdue() {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        Invoice late = issue(today.minusDays(1));
        Invoice dueToday = issue(today);
        Invoice paid = issue(today.minusDays(1));
        Invoice cancelled = invoices.cancel(issue(today.minusDays(1)));
        invoices.pay(paid, 2_883);
        invoices.pay(late, 2_882);

        assertThat(ids("overdue=true")).containsExactly(late.id());
        assertThat(ids("overdue=false&sort=invoiceId")).containsExactly(dueToday.id(), paid.id(), cancelled.id());
        assertThat(ids("sort=invoiceId")).hasSize(4);
        assertThat(invoices.read(late).path("overdue").asBoolean()).isTrue();
        assertThat(invoices.read(dueToday).path("overdue").asBoolean()).isFalse();
        clock.moveTo(Duration.ofDays(1));
        try {
            assertThat(ids("overdue=true&sort=paymentDeadline")).containsExactly(late.id(), dueToday.id());
            assertThat(invoices.read(dueToday).path("overdue").asBoolean()).isTrue();
        } finally {
            clock.moveTo(Duration.ZERO);
        }
    }

    @Test
    void isSortedAndPaged() {
        Invoice first = issue(LocalDate.parse("2999-01-01"));
        Invoice last = issue(LocalDate.parse("2999-01-03"));
        Invoice middle = issue(LocalDate.parse("2999-01-02"));
        invoices.pay(middle, 1);

        assertThat(ids("")).containsExactly(last.id(), middle.id(), first.id());
        assertThat(ids("sort=openMinor")).containsExactly(middle.id(), first.id(), last.id());
        Shop.Answer page = shop.get(ada.bearer(), list("limit=1"));
        assertThat(ids("limit=1&cursor=" + page.body().path("next").asString())).containsExactly(middle.id());
    }

    @Test
    void isATableForASpreadsheetToo() {
        Invoice invoice = issue(LocalDate.parse("2999-01-01"));
        invoices.pay(invoice, 83);

        String table = String.valueOf(http.get()
                .uri(list(""))
                .header(HttpHeaders.AUTHORIZATION, ada.bearer())
                .header(HttpHeaders.ACCEPT, "text/csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        assertThat(table.lines())
                .containsExactly(
                        "invoiceId,number,customerId,grossMinor,paidMinor,openMinor,"
                                + "paymentDeadline,overdue,cancelled,version",
                        "%d,4-2026-%d,%d,2883,83,2800,2999-01-01,false,false,2"
                                .formatted(invoice.id(), invoice.id(), customer));
    }

    /** What a read costs must not depend on how much there is to read. */
    @Test
    void isReadByTheSameFewStatements() {
        Invoice invoice = issue(LocalDate.parse("2999-01-01"));
        invoices.pay(invoice, 1);
        String one = Invoices.RECEIVABLES + "/" + invoice.id();
        int before = statements(one);
        for (int i = 0; i < 4; i++) {
            issue(LocalDate.parse("2999-01-02"));
            invoices.pay(invoice, 1);
        }

        assertThat(statements(one)).isEqualTo(before).isEqualTo(2);
        assertThat(statements(list("limit=1"))).isEqualTo(1);
        assertThat(statements(list("limit=100"))).isEqualTo(1);
        assertThat(statements(list("count=true"))).isEqualTo(2);
    }

    private int statements(String path) {
        shop.get(ada.bearer(), path);
        return Statements.of(
                        () -> assertThat(shop.get(ada.bearer(), path).status()).isEqualTo(200))
                .size();
    }

    private Invoice issue(LocalDate deadline) {
        return invoices.issue(Invoices.invoice(customer).due(deadline));
    }

    private List<Long> ids(String query) {
        Shop.Answer answer = shop.get(ada.bearer(), list(query));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("invoiceId").asLong())
                .toList();
    }

    private String list(String query) {
        return Invoices.RECEIVABLES + "?customerId=" + customer + (query.isEmpty() ? "" : "&" + query);
    }

    private Member customer() {
        return members.change(members.verified().with("customerId", customer));
    }
}
