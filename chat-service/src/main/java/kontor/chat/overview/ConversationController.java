package kontor.chat.overview;

import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conversations to read: everybody those that he is in; others do not exist for him (H-5). */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    private final ConversationViews views;

    ConversationController(ConversationViews views) {
        this.views = views;
    }

    @GetMapping
    @Access(Who.SIGNED_IN)
    Page<ConversationView> conversations(
            @Listing(
                            sort = "-lastMessageAt",
                            filters = {"type", "unread", "contextType", "contextId", "externalId"})
                    ListRequest request,
            Caller caller) {
        return views.page(request, caller.memberId());
    }

    @GetMapping("/unread")
    @Access(Who.SIGNED_IN)
    UnreadView unread(Caller caller) {
        return views.unread(caller.memberId());
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<ConversationView> conversation(@PathVariable long id, Caller caller) {
        ConversationView conversation = views.one(id, caller.memberId());
        return ResponseEntity.ok().eTag(IfMatch.etag(conversation.version())).body(conversation);
    }
}
