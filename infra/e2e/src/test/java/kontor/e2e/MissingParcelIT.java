package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import kontor.e2e.Client.Answer;
import kontor.e2e.Market.Trader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A parcel is missing: from the automatic answer to a solution, read live, though an instance of chat is killed. */
@Order(9)
@ExtendWith(ShopExtension.class)
class MissingParcelIT {

    /** What each of two people writes in all, and what of it at the latest when the one instance is gone. */
    private static final int EACH = 15;

    private static final int AFTER = 5;

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final long CREDIT = 5_000;
    private static final long REFUND = 500;
    private static final String QUESTION = "It was sent %s ago.";
    private static final String ANSWER = "A missing parcel is looked for after %s.";

    private final Shop shop;
    private final Desk desk;
    private final Trader seller;
    private final Trader buyer;
    private final long purchase;

    MissingParcelIT(Shop shop) {
        this.shop = shop;
        this.desk = Desk.of(shop);
        this.seller = desk.market().trader("Desk Seller", "Member");
        this.buyer = desk.market().trader("Desk Buyer", "Member");
        desk.market().community().deposit(buyer.memberId(), CREDIT);
        this.purchase = desk.shipped(seller, buyer);
    }

    /** The first is where the shop is, the second where it goes on. */
    private static List<Client> doors(Trader member, Annex annex) {
        return List.of(member.client(), member.client().at(annex.gateway()));
    }

    @Test
    void everyMessageOfATicketArrivesOnceAndInOrderThoughAChatServiceIsKilled() throws Exception {
        Trader first = desk.staff("Desk First", "SUPPORT_1");
        Trader second = desk.staff("Desk Second", "SUPPORT_2");
        String hint = desk.cannedAnswer(ANSWER);
        try (Annex annex = shop.annex();
                LiveStream heardByBuyer = LiveStream.of(doors(buyer, annex));
                LiveStream heardByFirst = LiveStream.of(doors(first, annex))) {
            String question = QUESTION.formatted(hint);
            long ticket = Desk.opened(buyer, "My parcel is missing", question, "PURCHASE", purchase);
            long conversation = Desk.conversation(buyer, ticket);
            assertThatTheSystemAnswersFirst(ticket, conversation, heardByBuyer, hint);
            assertThatAHumanTakesIt(ticket, conversation, first, second);

            talk(conversation, List.of(doors(buyer, annex), doors(first, annex)));

            long last = 2 + 2 * EACH;
            await().atMost(Ordeal.RETURN)
                    .untilAsserted(
                            () -> assertThat(heardByBuyer.numbers(conversation)).endsWith(last));
            await().atMost(Ordeal.RETURN)
                    .untilAsserted(
                            () -> assertThat(heardByFirst.numbers(conversation)).endsWith(last));
            assertThat(heardByBuyer.numbers(conversation)).containsExactlyElementsOf(upTo(1, last));
            assertThat(heardByFirst.numbers(conversation)).containsExactlyElementsOf(upTo(3, last));
            assertThat(List.of(heardByBuyer.openings(), heardByFirst.openings()))
                    .allMatch(openings -> openings > 1);

            assertThatItGoesUp(ticket, conversation, first, second);
            solve(ticket, conversation, second, heardByBuyer);

            assertThat(heardByBuyer.texts(conversation)).isEqualTo(Desk.texts(buyer, conversation));
            assertThat(heardByFirst.numbers(conversation)).containsExactlyElementsOf(upTo(3, last));
            assertThat(heardByBuyer.ids(conversation)).doesNotHaveDuplicates();
            assertThat(heardByFirst.ids(conversation)).doesNotHaveDuplicates();
            assertThat(heardByBuyer.refusals()).isEmpty();
            assertThat(heardByFirst.refusals()).isEmpty();
        }
    }

    private void assertThatTheSystemAnswersFirst(long ticket, long conversation, LiveStream live, String hint) {
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(live.numbers(conversation)).containsExactly(1L, 2L));
        List<JsonNode> messages = Desk.history(buyer, conversation);
        assertThat(messages.getFirst().required("senderId").asString()).isEqualTo(buyer.memberId());
        assertThat(messages.getFirst().required("automatic").asBoolean()).isFalse();
        assertThat(messages.getLast().required("automatic").asBoolean()).isTrue();
        assertThat(live.texts(conversation)).containsExactly(QUESTION.formatted(hint), ANSWER.formatted(hint));
        assertThat(Desk.said(buyer, ticket, "level")).isEqualTo("AUTO");
    }

    private void assertThatAHumanTakesIt(long ticket, long conversation, Trader first, Trader second) {
        assertThat(Desk.act(buyer, ticket, "human", "{}").text("level")).isEqualTo("SUPPORT_1");
        assertThat(Desk.act(buyer, ticket, "human", "{}").code()).isEqualTo("already-in-state");
        assertThat(Desk.answerTo(first, conversation)).isEqualTo(404);
        Desk.take(first, ticket, conversation);
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(
                                Desk.act(second, ticket, "assignments", "{}").code())
                        .isEqualTo("already-assigned"));
        assertThat(Desk.answerTo(seller, conversation)).isEqualTo(404);
        assertThat(seller.client().get(Desk.path(ticket)).code()).isEqualTo("not-found");
        assertThatHeReadsThePurchase(first);
        assertThat(Desk.texts(first, conversation)).hasSize(2);
    }

    /** As long as he has the ticket (G-23). */
    private void assertThatHeReadsThePurchase(Trader staff) {
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(
                                staff.client().get(Market.path(purchase)).status())
                        .isEqualTo(200));
    }

    /** Both write at once, and the instance to which both listen is killed in the middle of it. */
    private void talk(long conversation, List<List<Client>> writers) throws Exception {
        AtomicInteger written = new AtomicInteger();
        CountDownLatch isKilled = new CountDownLatch(1);
        List<Future<List<Long>>> writing = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Client> doors : writers) {
                writing.add(all.submit(() -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int no = 0; no < EACH; no++) {
                        if (no == EACH - AFTER) {
                            isKilled.await();
                        }
                        numbers.add(Desk.written(doors, conversation, "Message " + no));
                        written.incrementAndGet();
                    }
                    return numbers;
                }));
            }
            ProcessHandle killed;
            try {
                await().atMost(Community.SOON).pollInterval(LOOK).until(() -> written.get() > AFTER);
                killed = shop.kill("chat");
            } finally {
                isKilled.countDown();
            }
            List<Long> numbers = new ArrayList<>();
            for (Future<List<Long>> one : writing) {
                assertThat(one.get()).isSorted();
                numbers.addAll(one.get());
            }
            assertThat(numbers).containsExactlyInAnyOrderElementsOf(upTo(3, 2 + 2 * EACH));
            shop.awaitReturn("chat", killed);
        }
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private void assertThatItGoesUp(long ticket, long conversation, Trader first, Trader second) {
        Answer higher = Desk.act(first, ticket, "escalation", "{\"reason\":\"The carrier does not answer.\"}");
        assertThat(higher.text("level")).isEqualTo("SUPPORT_2");
        assertThat(first.client().get(Desk.path(ticket)).code()).isEqualTo("level-too-low");
        await().atMost(Ordeal.RETURN).until(() -> Desk.answerTo(first, conversation) == 404);
        Desk.take(second, ticket, conversation);
        assertThat(Desk.texts(second, conversation)).hasSize(2 + 2 * EACH);
    }

    private void solve(long ticket, long conversation, Trader second, LiveStream live) {
        desk.market().assertCredit(buyer, CREDIT - total());
        String refund = "{\"receiverId\":\"%s\",\"valueMinor\":%d,\"reason\":\"lost for now\"}"
                .formatted(buyer.memberId(), REFUND);
        assertThatHeReadsThePurchase(second);
        Answer adjusted = Market.step(second, purchase, "adjustments", refund);
        assertThat(adjusted.text("direction")).isEqualTo("REFUND");
        desk.market().assertCredit(buyer, CREDIT - total() + REFUND);
        long said = Desk.written(List.of(second.client()), conversation, "It is found.");

        assertThat(Desk.act(second, ticket, "status", "{\"status\":\"SOLVED\"}").text("status"))
                .isEqualTo("SOLVED");
        assertThat(Desk.act(buyer, ticket, "status", "{\"status\":\"CLOSED\"}").text("status"))
                .isEqualTo("CLOSED");
        String thanks = "{\"clientMessageId\":\"%s\",\"text\":\"Thanks.\"}".formatted(UUID.randomUUID());
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(live.news(conversation)).contains("closed"));
        assertThat(buyer.client()
                        .post("/api/v1/conversations/%d/messages".formatted(conversation), thanks)
                        .code())
                .isEqualTo("conversation-closed");
        assertThat(live.numbers(conversation)).endsWith(said);
        assertThat(Desk.actions(desk.admin(), ticket))
                .containsSubsequence("OPEN", "ESCALATE", "TAKE", "ESCALATE", "TAKE", "STATUS", "CLOSE");
    }

    private long total() {
        return buyer.client().get(Market.path(purchase)).number("totalMinor");
    }
}
