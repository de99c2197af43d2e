package kontor.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a conversation fits its contract, and is what the example shows. */
class ConversationFactTests {

    private static final UUID BUYER = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");
    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");
    private static final Actor STAFF = Actor.staff(UUID.fromString("0199c0de-0001-7000-8000-0000000000f2"));

    record Case(ConversationFact fact, String variant) {}

    static Stream<Case> facts() {
        return Stream.of(
                new Case(created(ConversationType.SUPPORT, Context.ticket(71), List.of(BUYER)), ""),
                new Case(created(ConversationType.PRIVATE, null, List.of(BUYER, SELLER)), "private"),
                new Case(
                        new ConversationFact.MemberJoined(
                                31, STAFF.actorId(), Role.STAFF, at("2026-06-04T08:00:00Z"), STAFF, 4),
                        ""),
                new Case(
                        new ConversationFact.MemberLeft(
                                31, STAFF.actorId(), Role.STAFF, at("2026-06-04T12:00:00Z"), STAFF, 9),
                        ""),
                new Case(posted(STAFF, Role.STAFF, 3L, at("2026-06-04T08:05:00.000123Z"), 9001, 3), ""),
                new Case(
                        posted(Actor.SYSTEM, Role.SYSTEM, null, at("2026-06-04T07:30:00.000002Z"), 8952, 2),
                        "automatic"),
                new Case(
                        new ConversationFact.ReadMarkerMoved(
                                31, BUYER, 3, at("2026-06-04T08:06:00Z"), new Actor(BUYER, false), 6),
                        ""),
                new Case(
                        new ConversationFact.ConversationClosed(31, at("2026-06-12T08:00:00Z"), Actor.SYSTEM, 10), ""));
    }

    private static ConversationFact created(ConversationType type, @Nullable Context context, List<UUID> parties) {
        return new ConversationFact.ConversationCreated(
                context == null ? 32 : 31,
                type,
                context == null ? null : context.type(),
                context == null ? null : context.id(),
                parties.stream()
                        .map(party -> new ConversationFact.Member(party, Role.PARTY))
                        .toList(),
                at(context == null ? "2026-06-04T09:00:00Z" : "2026-06-04T07:30:00.000002Z"),
                new Actor(BUYER, false),
                1);
    }

    private static ConversationFact posted(Actor by, Role role, @Nullable Long marker, Instant at, long id, long seq) {
        return new ConversationFact.MessagePosted(
                31, id, seq, by.actorId(), role, at, true, false, marker, by, seq + 1);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isToldAsTheExampleShows(Case told) {
        String name = told.fact()
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        EventSchema schema = EventSchema.of("kontor.chat.%s.v1".formatted(name));
        String example = told.variant().isEmpty() ? schema.example() : schema.example(told.variant());

        String body = EventJson.write(told.fact());

        schema.assertValid(body);
        assertThat(JsonMapper.shared().readTree(body))
                .isEqualTo(JsonMapper.shared().readTree(example));
    }
}
