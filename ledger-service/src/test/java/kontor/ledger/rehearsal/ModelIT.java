package kontor.ledger.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals;
import kontor.ledger.escrow.EscrowBooks;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.rehearsal.Ledger.Good;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Random work of several clients at once, against the rules in memory: after each batch credits, reports and stock
 * facts are what the rules say. {@code -Dkontor.model.seeds} sets how many seeds are run, {@code -Dkontor.seed} runs
 * one again.
 */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.OWN)
@TestPropertySource(properties = "kontor.ledger.deposit-approval-limit=1000000000") // a shop of its own
class ModelIT {

    private static final int CLIENTS = 4;
    private static final int MEMBERS_OF_A_CLIENT = 2;
    private static final int BATCHES = 2;
    private static final int STEPS = 15;
    private static final Instant PAST = Instant.parse("2001-01-01T00:00:00Z");
    private static final Duration OWN_TIME = Duration.ofDays(30);

    private final Members members;
    private final TestDatabase database;
    private final TopicWriter writer;
    private final Shop shop;

    ModelIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.writer = writer;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void agreesWithTheRules() {
        List<Good> goods = List.of(
                good(249, "27"), good(-40, "0"), good(99, "5.5"), good(1_000, "27"), good(0, "0"), good(60, "0"));
        List<List<Member>> crowds = Stream.generate(() -> Stream.generate(members::verified)
                        .limit(MEMBERS_OF_A_CLIENT)
                        .toList())
                .limit(CLIENTS)
                .toList();
        Member admin = members.admin();
        Instant begin = PAST;

        for (long seed : seeds()) {
            Stocktakings stocktakings = new Stocktakings(shop, database, admin);
            Invoices invoices = new Invoices(shop, database, writer, admin);
            Deals deals = new Deals(database, writer);
            EscrowBooks books = new EscrowBooks(database, shop);
            crowds = rehearse(
                    new World(seed, shop, members, admin, stocktakings, invoices, deals, books, goods, begin), crowds);
            begin = begin.plus(OWN_TIME);
        }

        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    private static List<Long> seeds() {
        Long one = Long.getLong("kontor.seed");
        long first = System.nanoTime();
        return one != null
                ? List.of(one)
                : LongStream.range(0, Long.getLong("kontor.model.seeds", 20))
                        .mapToObj(i -> first + i)
                        .toList();
    }

    /** The members as they are afterwards. */
    private List<List<Member>> rehearse(World world, List<List<Member>> crowds) {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < crowds.size(); i++) {
            clients.add(new Client(world, i, crowds.get(i)));
        }
        Books books = new Books(world, clients, Instant.now().truncatedTo(ChronoUnit.MICROS));
        for (int batch = 0; batch < BATCHES; batch++) {
            Together.run(CLIENTS, clients.stream().map(client -> () -> work(client, client == clients.getFirst())));
            books.agree();
        }
        return clients.stream().map(client -> List.copyOf(client.members())).toList();
    }

    /** One client counts: nobody else may change what is there to be counted, and nobody does. */
    private static void work(Client client, boolean isCounting) {
        for (int i = 0; i < STEPS; i++) {
            client.step(isCounting);
        }
    }

    private Good good(long net, String vat) {
        long gross = BigDecimal.valueOf(net)
                .multiply(new BigDecimal(vat).add(BigDecimal.valueOf(100)))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Good(shop.product(net, vat).id(), net, gross);
    }
}
