package kontor.chat;

import kontor.testkit.BadTokens;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Bad addresses, queries, verbs and tokens. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadReadIT {

    private final Chat chat;

    BadReadIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid-field",
        "limit=101, invalid-field",
        "limit=1.0, invalid-field",
        "limit=1&limit=2, invalid-field",
        "count=yes, invalid-field",
        "surprise=1, unknown-parameter",
        "sort=surprise, unknown-parameter",
        "cursor=, invalid-cursor",
        "cursor=junk, invalid-cursor",
    })
    void refusesBadPagingOfEveryList(String query, String code) {
        long talk = chat.talk(chat.admin());

        for (String list : new String[] {"/conversations", "/audit/chat", Chat.at(talk) + "/messages"}) {
            chat.get(chat.admin().bearer(), list + "?" + query).refused(400, code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/conversations/abc, 400, invalid-field",
        "/conversations/-1, 404, not-found",
        "/conversations/1.0, 400, invalid-field",
        "/conversations/99999999999999999999, 400, invalid-field",
        "/conversations/0?surprise=1, 400, unknown-parameter",
        "/conversations/0, 404, not-found",
        "/conversations/0/messages, 404, not-found",
        "/conversations/0/messages?afterSeq=-1, 400, invalid-field",
        "/conversations/0/messages?beforeSeq=x, 400, invalid-field",
        "/conversations/0/messages?afterSeq=1&beforeSeq=3, 400, invalid-field",
        "/conversations/0/messages?afterSeq=1&afterSeq=2, 400, invalid-field",
        "/conversations/0/messages?afterSeq=1.5, 400, invalid-field",
        "/conversations/x/messages, 400, invalid-field",
        "/conversations/0/attachments/x, 404, not-found",
        "/conversations/x/attachments/x, 400, invalid-field",
        "/conversations?type=private, 400, invalid-field",
        "/conversations?type=P, 400, invalid-field",
        "/conversations?unread=1, 400, invalid-field",
        "/conversations?contextType=ORDER, 400, invalid-field",
        "/conversations?contextId=x, 400, invalid-field",
        "/conversations?title=x, 400, unknown-parameter",
        "/conversations?sort=title, 400, unknown-parameter",
        "/conversations?externalId=x%00, 400, malformed-request",
        "/conversations/unread?limit=1, 400, unknown-parameter",
        "/chat/stream?surprise=1, 400, unknown-parameter",
        "/nothing, 404, not-found",
    })
    void refusesBadAddressesAndFilters(String path, int status, String code) {
        chat.get(chat.admin().bearer(), path).refused(status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /conversations/1",
                "DELETE /conversations/1",
                "DELETE /conversations/1/messages",
                "PATCH /conversations/1/messages",
                "POST /conversations/1/read",
                "GET /conversations/1/read",
                "GET /conversations/1/members/me",
                "PUT /conversations/1/members/me",
                "DELETE /conversations/1/attachments/x",
                "POST /conversations/unread",
                "POST /chat/stream",
                "DELETE /chat/stream"
            })
    void refusesOtherVerbs(String call) {
        String[] parts = call.split(" ", 2);

        chat.send(HttpMethod.valueOf(parts[0]), parts[1], chat.admin().bearer(), null, headers -> {})
                .refused(405, "method-not-allowed");
    }

    @Test
    void refusesEveryBadToken() {
        Member ada = chat.members().verified();

        BadTokens.of(ada.subject())
                .forEach((fault, token) ->
                        chat.get("Bearer " + token, "/conversations").refused(401, "unauthenticated"));
    }

    /** Nothing of one's own is an empty list, also for who is not verified yet (G-21). */
    @Test
    void showsAnEmptyListToWhoHasNothing() {
        String bearer = chat.members().unverified().bearer();

        chat.get(bearer, "/conversations").expect(200);
        chat.get(bearer, "/conversations/unread").expect(200);
        chat.get(bearer, "/conversations/1").refused(403, "not-verified");
    }
}
