package kontor.chat.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.chat.Neighbours;
import kontor.chat.Wire;
import kontor.chat.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How conversations begin (H-1 to H-3). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class OpeningIT {

    private final Chat chat;
    private final Wire wire;
    private final Member ada;
    private final Member ben;

    OpeningIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        chat = new Chat(http, members, database, writer);
        wire = new Wire(reader);
        ada = members.verified();
        ben = members.verified();
    }

    @Test
    void beginsWithThoseWhoAreNamed() {
        Answer made = chat.open(ada, Chat.circle(ben)).expect(201);

        assertThat(made.headers().getFirst("Location")).isEqualTo("/api/v1/conversations/" + made.id());
        assertThat(made.headers().getETag()).isEqualTo("\"1\"");
        assertThat(made.body().path("type").asString("")).isEqualTo("PRIVATE");
        assertThat(chat.inIt(ben, made.id())).containsExactlyInAnyOrder(ada.id(), ben.id());
        Told created = wire.of(made.id(), 1).getFirst();
        assertThat(created.name()).isEqualTo("conversation-created");
        assertThat(created.actor()).isEqualTo(ada.id().toString());
    }

    @Test
    void isTwoAfterTwoCallsAndMayBeANoteToOneself() {
        long first = chat.talk(ada, ben);

        assertThat(chat.talk(ada, ben)).isNotEqualTo(first);
        assertThat(chat.inIt(ada, chat.talk(ada))).containsExactly(ada.id());
    }

    @Test
    void refusesWhoCannotBeInIt() {
        Member idle = chat.members().inactive();
        Member former = chat.members().change(chat.members().verified().with("status", "ANONYMISED"));

        chat.open(ada, Chat.circle(ada)).refused(400, "invalid-field");
        assertThat(chat.open(ada, Chat.circle(ben, ben))
                        .refused(400, "invalid-field")
                        .pointer())
                .isEqualTo("/memberIds/1");
        assertThat(chat.open(ada, Chat.circle(ben, chat.members().unverified()))
                        .refused(422, "unknown-reference")
                        .pointer())
                .isEqualTo("/memberIds/1");
        chat.open(ada, Chat.circle(chat.members().unknown())).refused(422, "unknown-reference");
        chat.open(ada, Chat.circle(former)).refused(422, "unknown-reference");
        chat.open(ada, Chat.circle(idle)).expect(201);
    }

    @Test
    void takesFiftyMembersAtMost() {
        List<Member> others = Together.all(49, n -> chat.members().verified());

        chat.open(ada, Chat.circle(others.toArray(Member[]::new))).expect(201);
        chat.open(
                        ada,
                        Chat.circle(
                                Stream.concat(others.stream(), Stream.of(ben)).toArray(Member[]::new)))
                .refused(400, "invalid-field");
    }

    @Test
    void takesOneKindOfCircleAtATime() {
        String ids = "\"memberIds\": [\"%s\"]".formatted(ben.id());

        for (String fields : List.of(
                "\"type\": \"PRIVATE\"",
                "\"type\": \"PURCHASE\"",
                "\"type\": \"PRIVATE\", \"listingId\": 1, " + ids,
                "\"type\": \"PRIVATE\", \"purchaseId\": 1, " + ids,
                "\"type\": \"PURCHASE\", \"purchaseId\": 1, " + ids,
                "\"type\": \"PURCHASE\", \"purchaseId\": 1, \"listingId\": 1",
                "\"type\": \"SUPPORT\"")) {
            chat.open(ada, "{" + fields + "}").refused(400, "invalid-field");
        }
    }

    @Test
    void asksTheSellerOfAListingOnce() {
        long listing = chat.neighbours().listing(ben);

        Answer first = chat.open(ada, Chat.aboutListing(listing)).expect(201);

        assertThat(first.body().path("title").asString("")).isEqualTo("Espresso cup, blue");
        assertThat(first.body().path("contextType").asString("")).isEqualTo("LISTING");
        assertThat(first.number("contextId")).isEqualTo(listing);
        assertThat(chat.inIt(ben, first.id())).containsExactlyInAnyOrder(ada.id(), ben.id());
        assertThat(chat.open(ada, Chat.aboutListing(listing)).expect(200).id()).isEqualTo(first.id());
        assertThat(chat.open(chat.admin(), Chat.aboutListing(listing))
                        .expect(201)
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void asksAboutWhatCanBeSeen() {
        long draft = chat.neighbours().tellListing(Neighbours.nextId(), ben, "DRAFT");
        long listing = chat.neighbours().listing(ben);
        long talk = chat.open(ada, Chat.aboutListing(listing)).expect(201).id();
        chat.neighbours().tellListing(listing, ben, "CLOSED");

        chat.open(ada, Chat.aboutListing(draft)).refused(422, "unknown-reference");
        chat.open(chat.admin(), Chat.aboutListing(listing)).refused(422, "unknown-reference");
        assertThat(chat.open(ada, Chat.aboutListing(listing)).expect(200).id()).isEqualTo(talk);
        chat.open(ben, Chat.aboutListing(chat.neighbours().listing(ben))).refused(422, "own-listing");
        chat.open(ada, Chat.aboutListing(0)).refused(422, "unknown-reference");
    }

    @Test
    void staysSingleWhoeverOpensAtTheSameTime() {
        long listing = chat.neighbours().listing(ben);
        long purchase = chat.neighbours().purchase(ada, ben);

        List<Answer> asked = Together.all(8, n -> chat.open(ada, Chat.aboutListing(listing)));
        List<Answer> opened = Together.all(8, n -> chat.open(n % 2 == 0 ? ada : ben, Chat.aboutPurchase(purchase)));

        for (List<Answer> answers : List.of(asked, opened)) {
            assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
            assertThat(Collections.frequency(
                            answers.stream().map(Answer::status).toList(), 201))
                    .isEqualTo(1);
            assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        }
    }

    @Test
    void isOfBothPartiesOfAPurchaseWhoeverOpensIt() {
        Member staff = chat.members().support(1);
        long purchase = chat.neighbours().purchase(ada, ben);
        chat.neighbours().assign(chat.neighbours().ticket(ada), staff, "PURCHASE", purchase);

        Answer byStaff = chat.open(staff, Chat.aboutPurchase(purchase)).expect(201);
        Answer byAdmin = chat.open(chat.admin(), Chat.aboutPurchase(purchase)).expect(200);

        assertThat(byAdmin.id()).isEqualTo(byStaff.id());
        assertThat(chat.inIt(ada, byStaff.id())).containsExactlyInAnyOrder(ada.id(), ben.id());
        assertThat(chat.open(ben, Chat.aboutPurchase(purchase)).expect(200).id())
                .isEqualTo(byStaff.id());
        assertThat(byStaff.body().path("title").asString("")).isEqualTo(Long.toString(purchase));
        assertThat(chat.neighbours().audits(byStaff.id())).containsExactly("create-conversation");
    }

    @Test
    void showsWhoIsNotInItNothingThatWasWritten() {
        long purchase = chat.neighbours().purchase(ada, ben);
        long talk = chat.open(ada, Chat.aboutPurchase(purchase)).expect(201).id();
        chat.write(ada, talk, "the secret").expect(201);

        Answer opened = chat.open(chat.admin(), Chat.aboutPurchase(purchase)).expect(200);

        assertThat(opened.text()).doesNotContain("secret");
        assertThat(opened.number("lastSeq")).isEqualTo(1);
        chat.conversation(chat.admin(), talk).refused(404, "not-found");
    }

    @Test
    void refusesAPurchaseOfOthersOrNotOpenYet() {
        long purchase = chat.neighbours().purchase(ada, ben);
        long pending = chat.neighbours().submitted(ada, ben);

        for (Member other : List.of(chat.members().verified(), chat.members().support(3))) {
            chat.open(other, Chat.aboutPurchase(purchase)).refused(422, "unknown-reference");
        }
        chat.open(ada, Chat.aboutPurchase(pending)).refused(422, "unknown-reference");
        chat.open(chat.admin(), Chat.aboutPurchase(0)).refused(422, "unknown-reference");
    }

    @Test
    void repeatsTheAnswerOfAKey() {
        String key = UUID.randomUUID().toString();

        List<String> answers = Together.all(8, n -> keyed(key, Chat.circle(ben)).expect(201)).stream()
                .map(Answer::text)
                .distinct()
                .collect(Collectors.toList());

        assertThat(answers).hasSize(1);
        assertThat(keyed(key, Chat.circle(ben)).headers().getFirst("Idempotent-Replayed"))
                .isEqualTo("true");
        keyed(key, Chat.circle()).refused(422, "idempotency-key-reused");
    }

    private Answer keyed(String key, String body) {
        return chat.send(
                HttpMethod.POST, "/conversations", ada.bearer(), body, headers -> headers.set("Idempotency-Key", key));
    }
}
