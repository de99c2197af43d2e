package kontor.chat.visit;

import java.util.Map;
import kontor.chat.overview.ConversationView;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Coming into the conversation of a purchase and going out: staff that has a ticket about it, and admins (H-3). That of
 * a ticket comes and goes with the ticket.
 */
@RestController
@RequestMapping("/api/v1/conversations/{id}/members/me")
class VisitController {

    private final Visiting visiting;
    private final RequestKeys keys;

    VisitController(Visiting visiting, RequestKeys keys) {
        this.visiting = visiting;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.SUPPORT_1)
    ResponseEntity<ConversationView> join(@PathVariable long id, Caller caller) {
        ConversationView conversation = visiting.join(id, caller.memberId(), keys.ifSent(Map.of()));
        return ResponseEntity.ok().eTag(IfMatch.etag(conversation.version())).body(conversation);
    }

    @DeleteMapping
    @Access(Who.SUPPORT_1)
    ResponseEntity<Void> leave(@PathVariable long id, Caller caller) {
        visiting.leave(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }
}
