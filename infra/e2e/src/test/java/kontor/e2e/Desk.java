package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.e2e.Client.Answer;
import kontor.e2e.Market.Trader;
import kontor.e2e.Market.Way;
import tools.jackson.databind.JsonNode;

/** What journeys of support arrange and look at: staff, tickets, what is written to each other. */
record Desk(Shop shop, Market market) {

    static Desk of(Shop shop) {
        return new Desk(shop, Market.of(shop));
    }

    Client admin() {
        return market.admin();
    }

    /** A member with a log-in who has this grant. */
    Trader staff(String name, String grant) {
        Trader hired = market.trader(name, "Member");
        market.community()
                .create(
                        "/api/v1/members/%s/staff-grant-changes".formatted(hired.memberId()),
                        "{\"grant\":\"%s\",\"granted\":true}".formatted(grant));
        return hired;
    }

    /** A canned answer on purchases, and the word by which it is found. */
    String cannedAnswer(String text) {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        market.community().create("/api/v1/canned-answers", """
                {"targetType":"PURCHASE","title":"Missing parcel","text":"%s"}
                """.formatted(text.formatted(word)));
        return word;
    }

    /** A purchase that the seller has sent. */
    long shipped(Trader seller, Trader buyer) {
        Way way = market.way(540, true);
        String form = Market.form(market.listing(seller, "Teapot", 1_845, 3), 1, way, Market.toAddress("Desk Buyer"));
        long bought = market.bought(buyer, form).number("id");
        assertThat(Market.step(buyer, bought, "payment", "{}").text("status")).isEqualTo("PAID");
        assertThat(Market.step(seller, bought, "shipment", "{\"trackingNumber\":\"HU 1234 5678\"}")
                        .text("status"))
                .isEqualTo("SHIPPED");
        return bought;
    }

    /** About nothing; opened as soon as support-service knows the creator. */
    static long opened(Trader creator, String subject, String text) {
        return opened(creator, "{\"subject\":\"%s\",\"text\":\"%s\"}".formatted(subject, text));
    }

    /** Opened as soon as support-service knows the creator and what it is about. */
    static long opened(Trader creator, String subject, String text, String targetType, long targetId) {
        return opened(creator, """
                {"subject":"%s","text":"%s","targetType":"%s","targetId":"%d"}
                """.formatted(subject, text, targetType, targetId));
    }

    private static long opened(Trader creator, String form) {
        Answer ticket = await().atMost(Community.SOON)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> creator.client().post("/api/v1/tickets", form), Market::isTaken);
        return ticket.number("id");
    }

    static String path(long ticket) {
        return "/api/v1/tickets/" + ticket;
    }

    static Answer act(Trader by, long ticket, String step, String body) {
        return by.client().post(path(ticket) + "/" + step, body);
    }

    /** What a ticket says of itself, such as {@code level}. */
    static String said(Trader by, long ticket, String field) {
        return by.client().get(path(ticket)).text(field);
    }

    /** The conversation of a ticket, once chat-service has made it. */
    static long conversation(Trader creator, long ticket) {
        return await().atMost(Ordeal.RETURN)
                .ignoreExceptions()
                .until(
                        () -> creator.client().get(path(ticket)),
                        answer -> answer.body().required("conversationId").isNumber())
                .number("conversationId");
    }

    /** Takes the ticket as soon as support-service knows the grant, and waits until the conversation is open to him. */
    static void take(Trader staff, long ticket, long conversation) {
        await().atMost(Community.SOON)
                .until(() -> act(staff, ticket, "assignments", "{}").status() == 201);
        await().atMost(Ordeal.RETURN).until(() -> answerTo(staff, conversation) == 200);
    }

    /** What asking for the conversation answers: 200 to who is in it, 404 to everybody else. */
    static int answerTo(Trader member, long conversation) {
        return member.client().get("/api/v1/conversations/" + conversation).status();
    }

    /** Writes at whichever door answers, with one id until it is known to be stored; its number. */
    static long written(List<Client> doors, long conversation, String text) {
        String body = "{\"clientMessageId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text);
        Answer stored = Ordeal.untilAnswered(
                () -> post(doors, conversation, body), answer -> answer.status() < 500 && answer.status() != 429);
        assertThat(stored.status()).as(stored.toString()).isIn(200, 201);
        return stored.number("seq");
    }

    private static Answer post(List<Client> doors, long conversation, String body) {
        String path = "/api/v1/conversations/%d/messages".formatted(conversation);
        for (Client door : doors.subList(0, doors.size() - 1)) {
            try {
                Answer answer = door.post(path, body);
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (RuntimeException inDoubt) {
                // The same message is sent through the next door.
            }
        }
        return doors.getLast().post(path, body);
    }

    /** All messages from the first on, as the member reads them later. */
    static List<JsonNode> history(Trader reader, long conversation) {
        return reader.client()
                .get("/api/v1/conversations/%d/messages?limit=100".formatted(conversation))
                .body()
                .required("items")
                .valueStream()
                .toList();
    }

    static List<String> texts(Trader reader, long conversation) {
        return history(reader, conversation).stream()
                .map(message -> message.required("text").asString())
                .toList();
    }

    static Stream<String> actions(Client reader, long ticket) {
        return reader.get(path(ticket) + "/log")
                .body()
                .required("items")
                .valueStream()
                .map(row -> row.required("action").asString());
    }
}
