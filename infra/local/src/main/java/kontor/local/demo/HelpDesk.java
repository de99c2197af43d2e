package kontor.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Loads what support and chat show: canned answers, tickets in several states, and two who talk about a listing. */
public final class HelpDesk implements DemoData {

    private static final String ADMIN = "ada";

    @Override
    public String name() {
        return "support";
    }

    @Override
    public void load(Shop shop) {
        DemoDesk desk = DemoDesk.read();
        Api anyone = Api.anonymous(shop.gateway());
        Api admin = anyone.as(shop.logIns().token(ADMIN));
        shop.progress().accept("demo data: support");
        desk.cannedAnswers()
                .forEach(answer ->
                        admin.create("/api/v1/canned-answers", "demo:canned-answer:" + answer.title(), answer));
        Map<String, Api> people = new HashMap<>();
        desk.people().forEach(logIn -> shop.tokenOf(logIn).ifPresent(token -> people.put(logIn, anyone.as(token))));
        desk.tickets().stream()
                .filter(ticket -> people.keySet().containsAll(ticket.people()))
                .forEach(ticket -> open(people, ticket));
        desk.talks().stream()
                .filter(talk -> people.keySet().containsAll(List.of(talk.buyer(), talk.seller())))
                .forEach(talk -> talk(people, talk));
    }

    /** A shop whose people have done away with what it is about does without the ticket. */
    private static void open(Map<String, Api> people, DemoDesk.Ticket ticket) {
        Api creator = of(people, ticket.creator());
        Map<String, Object> body = new HashMap<>(Map.of("subject", ticket.subject(), "text", ticket.text()));
        DemoDesk.@Nullable Target target = ticket.target();
        if (target != null) {
            JsonNode found = creator.get(target.find()).get("items");
            if (found.isEmpty()) {
                return;
            }
            body.put("targetType", target.type());
            body.put("targetId", Long.toString(found.get(0).get("id").asLong()));
        }
        String key = "demo:ticket:" + ticket.subject();
        creator.create("/api/v1/tickets", key, body)
                .map(made -> made.get("id").asLong())
                .ifPresent(id -> goOn(people, ticket, id, key));
    }

    private static void goOn(Map<String, Api> people, DemoDesk.Ticket ticket, long id, String key) {
        for (int number = 0; number < ticket.steps().size(); number++) {
            DemoDesk.Step step = ticket.steps().get(number);
            Api by = of(people, step.by());
            String stepKey = key + ":" + number;
            @Nullable String text = step.text();
            if (text == null) {
                by.create(
                        "/api/v1/tickets/%d/%s".formatted(id, step.action()),
                        stepKey,
                        Objects.requireNonNullElse(step.body(), Map.of()));
            } else {
                write(by, conversationOf(by, id), stepKey, text);
            }
        }
    }

    /** Known to who writes as soon as chat-service has heard of the ticket, and that he has it. */
    private static long conversationOf(Api member, long ticket) {
        return member.await(
                        "/api/v1/conversations?contextType=TICKET&contextId=" + ticket,
                        found -> !found.get("items").isEmpty())
                .get("items")
                .get(0)
                .get("id")
                .asLong();
    }

    private static void talk(Map<String, Api> people, DemoDesk.Talk talk) {
        Api buyer = of(people, talk.buyer());
        JsonNode listings =
                buyer.get("/api/v1/listings?title=" + talk.listing()).get("items");
        if (listings.isEmpty()) {
            return;
        }
        Map<String, Object> about =
                Map.of("type", "PRIVATE", "listingId", listings.get(0).get("id").asLong());
        String key = "demo:talk:" + talk.listing();
        buyer.create("/api/v1/conversations", key, about)
                .map(made -> made.get("id").asLong())
                .ifPresent(conversation -> {
                    for (int number = 0; number < talk.texts().size(); number++) {
                        Api writer = number % 2 == 0 ? buyer : of(people, talk.seller());
                        write(
                                writer,
                                conversation,
                                key + ":" + number,
                                talk.texts().get(number));
                    }
                });
    }

    private static void write(Api writer, long conversation, String key, String text) {
        writer.create(
                "/api/v1/conversations/%d/messages".formatted(conversation),
                key,
                Map.of("clientMessageId", Api.keyOf(key), "text", text));
    }

    private static Api of(Map<String, Api> people, String logIn) {
        return Objects.requireNonNull(people.get(logIn), logIn);
    }
}
