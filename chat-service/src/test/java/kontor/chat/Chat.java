package kontor.chat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Members who talk to each other through the service. */
public final class Chat {

    private final RestTestClient http;
    private final Members members;
    private final Neighbours neighbours;
    private @Nullable Member admin;

    public Chat(RestTestClient http, Members members, TestDatabase database, TopicWriter topics) {
        this.http = http;
        this.members = members;
        this.neighbours = new Neighbours(database, topics);
    }

    public Members members() {
        return members;
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Member admin() {
        if (admin == null) {
            admin = members.admin();
        }
        return admin;
    }

    /** A new private conversation of this member with these others. */
    public long talk(Member creator, Member... others) {
        return open(creator, circle(others)).expect(201).id();
    }

    public static String circle(Member... others) {
        return "{\"type\": \"PRIVATE\", \"memberIds\": [%s]}"
                .formatted(
                        Stream.of(others).map(other -> "\"" + other.id() + "\"").collect(Collectors.joining(", ")));
    }

    public static String aboutListing(long listingId) {
        return "{\"type\": \"PRIVATE\", \"listingId\": %d}".formatted(listingId);
    }

    public static String aboutPurchase(long purchaseId) {
        return "{\"type\": \"PURCHASE\", \"purchaseId\": %d}".formatted(purchaseId);
    }

    public Answer open(Member creator, String body) {
        return post(creator.bearer(), "/conversations", body);
    }

    public Answer write(Member sender, long conversationId, String text) {
        return write(sender, conversationId, UUID.randomUUID(), text);
    }

    public Answer write(Member sender, long conversationId, UUID clientMessageId, String text) {
        return post(sender.bearer(), at(conversationId) + "/messages", message(clientMessageId, text));
    }

    public static String message(UUID clientMessageId, String text) {
        return "{\"clientMessageId\": \"%s\", \"text\": \"%s\"}".formatted(clientMessageId, text);
    }

    public static String image(UUID clientMessageId, String path) {
        return "{\"clientMessageId\": \"%s\", \"image\": \"%s\"}".formatted(clientMessageId, path);
    }

    public Answer mark(Member reader, long conversationId, long seq) {
        return send(
                HttpMethod.PUT,
                at(conversationId) + "/read",
                reader.bearer(),
                "{\"seq\": %d}".formatted(seq),
                headers -> {});
    }

    public Answer conversation(Member reader, long conversationId) {
        return get(reader.bearer(), at(conversationId));
    }

    public long unread(Member reader, long conversationId) {
        return conversation(reader, conversationId).expect(200).number("unread");
    }

    /** Number and text of the messages that this member reads, in their order. */
    public List<String> read(Member reader, long conversationId) {
        Answer page = get(reader.bearer(), at(conversationId) + "/messages?limit=100");
        return page.expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(message -> message.path("seq").asLong() + " "
                        + message.path("text").asString(""))
                .toList();
    }

    /** Who is in it, as this member sees it. */
    public List<UUID> inIt(Member reader, long conversationId) {
        return conversation(reader, conversationId)
                .expect(200)
                .body()
                .path("members")
                .valueStream()
                .map(member -> UUID.fromString(member.path("memberId").asString("")))
                .toList();
    }

    public Answer join(Member staff, long conversationId) {
        return send(HttpMethod.POST, at(conversationId) + "/members/me", staff.bearer(), null, headers -> {});
    }

    public Answer leave(Member staff, long conversationId) {
        return send(HttpMethod.DELETE, at(conversationId) + "/members/me", staff.bearer(), null, headers -> {});
    }

    public Answer attach(Member sender, long conversationId, byte[] file) {
        return attach(sender, conversationId, file, UUID.randomUUID().toString());
    }

    public Answer attach(Member sender, long conversationId, byte[] file, String key) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", file(file));
        return send(
                HttpMethod.POST,
                at(conversationId) + "/attachments",
                sender.bearer(),
                parts,
                headers -> headers.set("Idempotency-Key", key));
    }

    /** A file as a part of a form. */
    public static ByteArrayResource file(byte[] content) {
        return new Named(content);
    }

    /** A file whose given name would like to be a path. */
    private static final class Named extends ByteArrayResource {

        Named(byte[] bytes) {
            super(bytes);
        }

        @Override
        public String getFilename() {
            return "../../evil.exe";
        }
    }

    public static String at(long conversationId) {
        return "/conversations/" + conversationId;
    }

    public Answer get(@Nullable String bearer, String path) {
        return send(HttpMethod.GET, path, bearer, null, headers -> {});
    }

    public Answer post(String bearer, String path, String body) {
        return send(HttpMethod.POST, path, bearer, body, headers -> {});
    }

    public Answer send(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            @Nullable Object body,
            Consumer<HttpHeaders> more) {
        String root = path.startsWith("/v3/") ? "" : "/api/v1";
        RestTestClient.RequestBodySpec request = http.method(method).uri(URI.create(root + path));
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        request.headers(more);
        switch (body) {
            case null -> {}
            case byte[] raw -> request.body(raw); // its type is among the headers
            case MultiValueMap<?, ?> parts ->
                request.contentType(MediaType.MULTIPART_FORM_DATA).body(parts);
            case String text -> request.contentType(MediaType.APPLICATION_JSON).body(text);
            default -> throw new IllegalArgumentException(String.valueOf(body));
        }
        var result = request.exchange().returnResult(String.class);
        @Nullable String answer = result.getResponseBody();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), answer == null ? "" : answer);
    }
}
