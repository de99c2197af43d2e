package kontor.chat.message;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import kontor.chat.conversation.Actor;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages of a conversation, for those who are in it; for all others it does not exist (H-5). */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class MessageController {

    private static final int TEXT_MOST = 4_000;
    private static final int PATH_MOST = 255;

    /** Messages are never edited (H-11). */
    private static final String ETAG = IfMatch.etag(1);

    private final Posting posting;
    private final Marking marking;
    private final MessageViews views;
    private final RequestKeys keys;

    MessageController(Posting posting, Marking marking, MessageViews views, RequestKeys keys) {
        this.posting = posting;
        this.marking = marking;
        this.views = views;
        this.keys = keys;
    }

    /** A text of at most 4 000 characters, the path of an own attachment, or both; blanks alone are no text. */
    record MessageRequest(
            @NotNull UUID clientMessageId,

            @Nullable @Text(min = 0, max = TEXT_MOST, lines = true)
            String text,

            @Nullable @Text(max = PATH_MOST) String image) {

        @Nullable
        String words() {
            return text == null || text.isEmpty() ? null : text;
        }
    }

    /** Number of the last message that was read. */
    record ReadRequest(@NotNull @Min(0) Long seq) {}

    /** 201, or 200 with what is stored under this {@code clientMessageId} already (H-8). */
    @PostMapping("/messages")
    @Access(Who.MEMBER)
    ResponseEntity<MessageView> post(@PathVariable long id, @Valid @RequestBody MessageRequest request, Caller caller) {
        PostedMessage posted = posting.post(new PostMessage(
                keys.ifSent(request),
                id,
                Actor.of(caller),
                request.clientMessageId(),
                request.words(),
                request.image()));
        URI place = URI.create("/api/v1/conversations/%d/messages?afterSeq=%d&limit=1"
                .formatted(id, posted.message().seq() - 1));
        return ResponseEntity.status(posted.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(place)
                .eTag(ETAG)
                .body(posted.message());
    }

    /** In order: the first after {@code afterSeq}, or the last before {@code beforeSeq}. */
    @GetMapping("/messages")
    @Access(Who.VERIFIED)
    Page<MessageView> messages(
            @PathVariable long id,
            @Listing(
                            sort = "seq",
                            filters = {"afterSeq", "beforeSeq"})
                    ListRequest request,
            Caller caller) {
        return views.page(request, id, caller.memberId());
    }

    /** Marks as read up to this message, only forward; {@code wrong-order} beyond the last one (H-9). */
    @PutMapping("/read")
    @Access(Who.VERIFIED)
    ReadMark read(@PathVariable long id, @Valid @RequestBody ReadRequest request, Caller caller) {
        return marking.mark(id, request.seq(), Actor.of(caller));
    }
}
