package kontor.ledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.importing.Imports.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Taking over again changes nothing, and two who do it at once do it once (G-39). */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class CommunityRepeatIT {

    private static final String NOON = "2019-05-04T12:00:00Z";

    private final TestDatabase database;
    private final Members members;
    private final Shop shop;
    private final Member ada;
    private final Shop.Product tea;
    private final Imports imports;

    CommunityRepeatIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        this.members = members;
        shop = new Shop(database, writer, http);
        ada = members.admin();
        tea = shop.product(100, "0");
        imports = new Imports(shop, ada);
    }

    @Test
    void changesNothingTheSecondTime() {
        Member ben = members.verified();
        List<Fact> facts = imports.ofEveryKind(ben, tea);
        Shop.Answer first = imports.send(facts);
        List<Long> entries = shop.entries(ben);

        Shop.Answer again = imports.send(facts);

        assertThat(again.status()).isEqualTo(200);
        assertThat(Imports.outcomes(again)).hasSize(9).containsOnly("UNCHANGED");
        assertThat(Imports.ids(again)).isEqualTo(Imports.ids(first));
        assertThat(shop.entries(ben)).isEqualTo(entries);
    }

    /** Nothing else of a known fact is looked at, not even whether it could be taken over now. */
    @Test
    void takesOverTheOtherHalfOfWhatIsHalfKnown() {
        Member ben = members.verified();
        Fact deposit = imports.deposit(ben, 500, NOON);
        Fact purchase = imports.purchase(ben, tea, 1, 70, NOON);
        imports.send(deposit, purchase);
        Fact altered = deposit.with("\"amountMinor\": 500", "\"amountMinor\": 900")
                .with(ben.id().toString(), UUID.randomUUID().toString());

        Shop.Answer answer = imports.send(
                altered,
                imports.switched(deposit, true, NOON),
                purchase,
                imports.purchase(ben, tea, 2, 80, NOON),
                imports.purchaseSwitched(purchase, true, NOON));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(Imports.outcomes(answer)).containsExactly("UNCHANGED", "CREATED", "UNCHANGED", "CREATED", "CREATED");
        assertThat(shop.entries(ben)).containsExactly(500L, -70L, -500L, -160L, 70L);
    }

    @Test
    void takesOverOnceWhatStandsTwiceInARequest() {
        Member ben = members.verified();
        Fact deposit = imports.deposit(ben, 500, NOON);
        Fact purchase = imports.purchase(ben, tea, 1, 70, NOON);

        Shop.Answer answer = imports.send(deposit, deposit, purchase, purchase);

        assertThat(Imports.outcomes(answer)).containsExactly("CREATED", "UNCHANGED", "CREATED", "UNCHANGED");
        assertThat(shop.entries(ben)).containsExactly(500L, -70L);
    }

    @Test
    void givesTheSameKeyTheSameAnswer() {
        Member ben = members.verified();
        String body = Imports.body(List.of(imports.deposit(ben, 500, NOON)));
        String key = UUID.randomUUID().toString();

        Shop.Answer first = shop.post(ada.bearer(), Imports.PATH, key, body);
        Shop.Answer second = shop.post(ada.bearer(), Imports.PATH, key, body);

        assertThat(Imports.outcomes(second)).containsExactly("CREATED");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(shop.post(ada.bearer(), Imports.PATH, key, body.replace("500", "501"))
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void hasOneEffectForEqualRequestsAtOnce() {
        Member ben = members.verified();
        List<Fact> facts = imports.ofEveryKind(ben, tea);
        Set<List<Long>> ids = ConcurrentHashMap.newKeySet();

        Together.run(8, IntStream.range(0, 8).mapToObj(i -> () -> {
            Shop.Answer answer = imports.send(facts);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
            ids.add(Imports.ids(answer));
        }));

        assertThat(ids).hasSize(1);
        assertThat(shop.entries(ben)).containsExactly(5_000L, -300L, 700L, -5_000L, 300L, -700L);
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    /** The accounts are locked in id order for the whole request, so it waits for nobody who waits for it. */
    @Test
    void crossesTheDaysBusinessWithoutDeadlock() {
        List<Member> crowd = Stream.generate(members::withoutLimit).limit(4).toList();

        Together.run(8, IntStream.range(0, 64).mapToObj(i -> () -> {
            List<Member> turned = i % 2 == 0 ? crowd : crowd.reversed();
            if (i % 8 < 2) {
                List<Fact> facts = turned.stream()
                        .flatMap(member -> Stream.of(
                                imports.purchase(member, tea, 1, 10, NOON), imports.deposit(member, 100, NOON)))
                        .toList();
                assertThat(imports.send(facts).status()).isEqualTo(200);
            } else {
                assertThat(shop.buy(turned.get(i % 4), tea, 1).status()).isEqualTo(201);
            }
        }));

        assertThat(crowd.stream().mapToLong(shop::credit).sum()).isEqualTo(16 * 4 * 90 - 48 * 100);
        assertThat(shop.sumOfAllEntries()).isZero();
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }
}
