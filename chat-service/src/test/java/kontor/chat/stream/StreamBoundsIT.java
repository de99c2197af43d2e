package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.chat.Chat;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How streams begin, how many there may be, and how they end (H-10). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class StreamBoundsIT {

    /** Slower than the limit of messages. */
    private static final Duration KNOCK = Duration.ofMillis(600);

    private final RestTestClient http;
    private final Members members;
    private final TestDatabase database;
    private final Chat chat;
    private final int port;

    StreamBoundsIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            @LocalServerPort int port) {
        this.http = http;
        this.members = members;
        this.database = database;
        this.port = port;
        chat = new Chat(http, members, database, writer);
    }

    private Reader open(Member member) {
        return Reader.open(port, member.bearer()).await(1, "started");
    }

    private Reader comeBack(Member member, String lastEventId) {
        return Reader.open(port, member.bearer(), lastEventId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "-1", "999999999999999999", "1e3", "1;2"})
    void beginsAnewForAnIdThatIsNone(String lastEventId) {
        Member ada = members.verified();
        Circle circle = Circle.of(http, ada, members.verified());
        circle.say(ada, "Before");
        try (Reader reader = comeBack(ada, lastEventId).await(1, "reset")) {
            circle.say(ada, "After");

            assertThat(reader.await(
                            event -> event.data().path("text").asString("").equals("After")))
                    .isNotNull();
        }
    }

    @Test
    void refusesASixthStreamUntilOneIsClosed() {
        Member ada = members.verified();
        List<Reader> five = Stream.generate(() -> open(ada)).limit(5).toList();

        try (Reader sixth = comeBack(ada, "1")) {
            assertThat(sixth.response().statusCode()).isEqualTo(429);
            assertThat(sixth.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(sixth.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }

        five.getFirst().close();
        Circle circle = Circle.of(http, members.verified(), ada);
        Awaitility.await("a place")
                .atMost(Duration.ofSeconds(40))
                .pollInterval(KNOCK)
                .until(() -> {
                    // That a client is gone shows when something is written to it.
                    circle.say(circle.members().getFirst(), "Knock");
                    try (Reader next = Reader.open(port, ada.bearer())) {
                        return next.response().statusCode() == 200;
                    }
                });
        five.forEach(Reader::close);
    }

    /** Nobody gives them back for it. */
    @Test
    void countsNoStreamsOfAnInstanceThatHasDied(ApplicationContext context) {
        Member ada = members.verified();
        UUID other = UUID.randomUUID();
        database.asOwner()
                .sql("insert into stream_instance (id, alive_until) values (?, now() + interval '10 minutes')")
                .param(other)
                .update();
        database.asOwner().sql("""
                        insert into open_stream (id, member_id, instance_id, at)
                        select gen_random_uuid(), ?, ?, now() from generate_series(1, 5)
                        """).params(ada.id(), other).update();
        try (Reader sixth = comeBack(ada, "1")) {
            assertThat(sixth.response().statusCode()).isEqualTo(429);
        }

        lives(other, "- interval '1 second'");
        open(ada).close();
        lives(other, "- interval '2 minutes'");
        context.getBean(StreamJob.class).look();

        assertThat(database.asOwner()
                        .sql("select count(*) from open_stream where instance_id = ?")
                        .param(other)
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isZero();
    }

    private void lives(UUID instance, String untilNow) {
        database.asOwner()
                .sql("update stream_instance set alive_until = now() %s where id = ?".formatted(untilNow))
                .param(instance)
                .update();
    }

    /** Filters write headers while the request leaves them, and a thread of its own begins to tell meanwhile. */
    @Test
    void hasTheHeadersOfEveryAnswer() {
        for (int each = 0; each < 4; each++) {
            Member member = members.verified();
            for (int stream = 0; stream < 5; stream++) {
                try (Reader reader = open(member)) {
                    assertThat(reader.response().headers().firstValue("X-Content-Type-Options"))
                            .contains("nosniff");
                }
            }
        }
    }

    @Test
    void endsWithTheToken() {
        Member ada = members.verified();
        String bearer = ada.token().expiresAt(Instant.now().plusSeconds(2)).bearer();
        try (Reader reader = Reader.open(port, bearer)) {
            reader.awaitEnd();

            assertThat(reader.told("ended").getFirst().data().get("reason").asString())
                    .isEqualTo("TOKEN_ENDED");
        }
    }

    @Test
    void endsForAMemberWhoIsNoLongerOne() {
        Member ada = members.verified();
        Member bob = members.verified();
        try (Reader hers = open(ada);
                Reader his = open(bob)) {
            members.change(ada.with("status", "ANONYMISED"));
            members.delete(bob);

            for (Reader reader : List.of(hers, his)) {
                reader.awaitEnd();
                assertThat(reader.told("ended").getFirst().data().get("reason").asString())
                        .isEqualTo("RIGHT_LOST");
            }
        }
    }

    /** H-5: neither what comes, nor again what he has heard before. */
    @Test
    void tellsNothingMoreOfAConversationThatStaffHasLeft() {
        Member ada = members.verified();
        Member staff = members.support(1);
        long ticket = chat.neighbours().ticket(ada);
        long talk = chat.neighbours().conversation("TICKET", ticket);
        chat.neighbours().await("live_event where conversation_id = %d and seq = 2".formatted(talk));
        chat.neighbours().assign(ticket, staff, "INVOICE", 7);
        try (Reader reader = open(staff)) {
            chat.write(ada, talk, "While he has it").expect(201);
            reader.await(1, "message");
            chat.neighbours().end(ticket, staff, "RELEASED", "INVOICE", 7);
            reader.await(1, "left");
            chat.write(ada, talk, "When he has it no more").expect(201);
            chat.neighbours().await("live_event where conversation_id = %d and seq = 4".formatted(talk));
            long own = chat.talk(staff);

            reader.await(event -> event.data().path("conversationId").asLong() == own);
            assertThat(reader.told("message")).hasSize(1);

            try (Reader back = comeBack(staff, reader.told("started").getFirst().id())) {
                back.await(event -> event.data().path("conversationId").asLong() == own);
                assertThat(back.told("left")).hasSize(1);
                assertThat(back.told("message")).isEmpty();
            }
        }
    }

    @Test
    void isPlainAnswerThatNobodyKeeps() {
        try (Reader reader = open(members.verified())) {
            assertThat(reader.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(reader.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void answersAQuestionForHeadersAtOnce() {
        http.head()
                .uri("/api/v1/chat/stream")
                .header(HttpHeaders.AUTHORIZATION, members.verified().bearer())
                .exchange()
                .expectStatus()
                .isOk();
    }
}
