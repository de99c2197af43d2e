package kontor.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.chat.Wire;
import kontor.chat.Wire.Told;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Messages are stored once, in one order, whoever writes at the same time (H-6 to H-8). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class PostingIT {

    private final Chat chat;
    private final Wire wire;
    private final MovableClock clock;
    private final Member ada;
    private final Member ben;

    PostingIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            MovableClock clock) {
        chat = new Chat(http, members, database, writer);
        wire = new Wire(reader);
        this.clock = clock;
        ada = members.verified();
        ben = members.verified();
    }

    @Test
    void showsAMessageToAllWhoAreInIt() {
        long id = chat.talk(ada, ben);

        Answer message = chat.write(ada, id, " Hello, Be\u0301la \u200b").expect(201);

        assertThat(message.number("seq")).isEqualTo(1);
        assertThat(message.headers().getFirst("Location"))
                .isEqualTo("/api/v1/conversations/%d/messages?afterSeq=0&limit=1".formatted(id));
        assertThat(message.body().path("automatic").asBoolean()).isFalse();
        assertThat(chat.read(ben, id)).containsExactly("1 Hello, B\u00e9la").isEqualTo(chat.read(ada, id));
    }

    /** INV-33. */
    @Test
    void numbersWithoutGapWhoeverWritesAtTheSameTime() {
        long id = chat.talk(ada, ben);
        int messages = 40;

        List<Long> numbers = Together.all(
                messages,
                n -> chat.write(n % 2 == 0 ? ada : ben, id, "message " + n)
                        .expect(201)
                        .number("seq"));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, messages).boxed().toList());
        assertThat(chat.read(ada, id)).hasSize(messages).isEqualTo(chat.read(ben, id));
        List<Told> told = wire.of(id, messages + 1);
        assertThat(told)
                .extracting(Told::version)
                .isEqualTo(LongStream.rangeClosed(1, messages + 1).boxed().toList());
        assertThat(told.stream().skip(1).map(fact -> fact.body().path("seq").asLong()))
                .isSorted();
    }

    @Test
    void staysSingleUnderConcurrentRepetition() {
        long id = chat.talk(ada, ben);
        UUID name = UUID.randomUUID();

        List<Answer> answers = Together.all(8, n -> chat.write(ada, id, name, "again " + n));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(chat.read(ben, id)).hasSize(1);
        assertThat(wire.of(id, 2)).extracting(Told::name).containsExactly("conversation-created", "message-posted");
    }

    /** Example 2. */
    @Test
    void answersARepetitionWithWhatIsStored() {
        long id = chat.talk(ada, ben);
        UUID name = UUID.randomUUID();
        Answer first = chat.write(ada, id, name, "hello").expect(201);

        assertThat(chat.write(ada, id, name, "hello").expect(200).text()).isEqualTo(first.text());
        assertThat(chat.write(ada, id, name, "other").expect(200).text()).isEqualTo(first.text());
        assertThat(chat.write(ada, id, name, "  ").expect(200).text()).isEqualTo(first.text());
        assertThat(chat.write(ben, id, name, "mine").expect(201).number("seq")).isEqualTo(2);
    }

    @Test
    void refusesAnEmptyMessageAndChangesNothing() {
        long id = chat.talk(ada, ben);

        chat.write(ada, id, " \\n\u00a0 ").refused(422, "empty-message");
        chat.post(ada.bearer(), Chat.at(id) + "/messages", Chat.image(UUID.randomUUID(), "0".repeat(32) + ".png"))
                .refused(422, "unknown-reference");

        assertThat(chat.read(ada, id)).isEmpty();
    }

    @Test
    void isForThoseAloneWhoAreInIt() {
        long id = chat.talk(ada, ben);
        Member stranger = chat.members().verified();

        chat.write(stranger, id, "hello").refused(404, "not-found");
        chat.write(chat.admin(), id, "hello").refused(404, "not-found");
        chat.get(stranger.bearer(), Chat.at(id) + "/messages").refused(404, "not-found");
    }

    @Test
    void letsInactiveMembersReadAlone() {
        long id = chat.talk(ada, ben);
        chat.write(ada, id, "hello").expect(201);
        Member idle = chat.members().change(ben.inactive());

        chat.write(idle, id, "hello").refused(403, "member-inactive");
        assertThat(chat.read(idle, id)).containsExactly("1 hello");
        chat.mark(idle, id, 1).expect(200);
    }

    @Test
    void neverGoesBackInTime() {
        long id = chat.talk(ada, ben);
        Duration before = clock.offset();
        try {
            clock.moveTo(before.plusDays(2));
            String late =
                    chat.write(ada, id, "late").expect(201).body().path("at").asString("");
            clock.moveTo(before);

            assertThat(chat.write(ben, id, "early")
                            .expect(201)
                            .body()
                            .path("at")
                            .asString(""))
                    .isEqualTo(late);
        } finally {
            clock.moveTo(before);
        }
    }

    @Test
    void pagesForwardsAndBackwards() {
        long id = chat.talk(ada, ben);
        IntStream.rangeClosed(1, 7).forEach(n -> chat.write(ada, id, "m" + n).expect(201));

        assertThat(seqs(id, "?limit=3")).containsExactly(1L, 2L, 3L);
        assertThat(seqs(id, "?afterSeq=3&limit=3")).containsExactly(4L, 5L, 6L);
        assertThat(seqs(id, "?beforeSeq=6&limit=3")).containsExactly(3L, 4L, 5L);
        assertThat(seqs(id, "?beforeSeq=6&limit=3&sort=-seq")).containsExactly(5L, 4L, 3L);
        assertThat(seqs(id, "?sort=-seq&limit=2")).containsExactly(7L, 6L);
        assertThat(seqs(id, "?afterSeq=7")).isEmpty();
        String next = page(id, "?limit=5").body().path("next").asString("");
        assertThat(seqs(id, "?limit=5&cursor=" + next)).containsExactly(6L, 7L);
        page(id, "?afterSeq=1&beforeSeq=5").refused(400, "invalid-field");
        page(id, "?afterSeq=-1").refused(400, "invalid-field");
    }

    private Answer page(long id, String query) {
        return chat.get(ben.bearer(), Chat.at(id) + "/messages" + query);
    }

    private List<Long> seqs(long id, String query) {
        return page(id, query)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(message -> message.path("seq").asLong())
                .toList();
    }

    /** H-14. */
    @Test
    void keepsWhatAFormerMemberHasWritten() {
        long id = chat.talk(ada, ben);
        chat.write(ada, id, "farewell").expect(201);
        chat.members().change(ada.with("displayName", "Former member").with("status", "ANONYMISED"));

        Answer page = chat.get(ben.bearer(), Chat.at(id) + "/messages").expect(200);

        assertThat(page.body().at("/items/0/senderName").asString("")).isEqualTo("Former member");
        assertThat(page.body().at("/items/0/text").asString("")).isEqualTo("farewell");
    }

    @Test
    void tellsNothingOfTheText() {
        long id = chat.talk(ada, ben);
        chat.write(ada, id, "the secret").expect(201);

        Told posted = wire.of(id, 2).getLast();

        assertThat(posted.name()).isEqualTo("message-posted");
        assertThat(posted.body().path("hasText").asBoolean()).isTrue();
        assertThat(posted.body().path("senderReadSeq").asLong()).isEqualTo(1);
        assertThat(posted.actor()).isEqualTo(ada.id().toString());
        assertThat(posted.body().toString()).doesNotContain("secret");
    }

    @Test
    void costsAFewStatementsHoweverManyThereAre() {
        long small = chat.talk(ada, ben);
        long large = chat.talk(ada, ben);
        IntStream.range(0, 12).forEach(n -> chat.write(ben, large, "m" + n).expect(201));

        List<String> first = Statements.of(() -> chat.write(ada, small, "hello").expect(201));
        List<String> later = Statements.of(() -> chat.write(ada, large, "hello").expect(201));

        assertThat(later).isEqualTo(first).hasSizeLessThanOrEqualTo(7);
        assertThat(Set.copyOf(first)).hasSameSizeAs(first);
    }

    @Test
    void writesDownWhatAdminsWrite() {
        long id = chat.talk(chat.admin(), ben);
        chat.write(chat.admin(), id, "hello").expect(201);
        chat.write(ben, id, "hello").expect(201);

        assertThat(chat.neighbours().audits(id).stream().collect(Collectors.joining(" ")))
                .isEqualTo("create-conversation post-message");
    }
}
