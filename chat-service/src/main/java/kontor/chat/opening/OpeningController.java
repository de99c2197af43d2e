package kontor.chat.opening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kontor.chat.conversation.Actor;
import kontor.chat.opening.OpenConversation.AboutListing;
import kontor.chat.opening.OpenConversation.AboutPurchase;
import kontor.chat.opening.OpenConversation.WithMembers;
import kontor.chat.overview.ConversationView;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beginning a conversation; those of tickets begin by themselves (H-4). */
@RestController
@RequestMapping("/api/v1/conversations")
class OpeningController {

    private final Opening opening;
    private final RequestKeys keys;
    private final CircleSettings settings;

    OpeningController(Opening opening, RequestKeys keys, CircleSettings settings) {
        this.opening = opening;
        this.keys = keys;
        this.settings = settings;
    }

    /** PRIVATE: {@code memberIds}, the caller left out, or {@code listingId}. PURCHASE: {@code purchaseId}. */
    record ConversationRequest(
            @NotNull Kind type,
            @Nullable List<@NotNull UUID> memberIds,
            @Nullable Long listingId,
            @Nullable Long purchaseId) {

        /** What members may begin. */
        enum Kind {
            PRIVATE,
            PURCHASE
        }
    }

    /** 201, or 200 with the one that is there already: of the pair and listing, or of the purchase (H-2, H-3). */
    @PostMapping
    @Access(Who.MEMBER)
    ResponseEntity<ConversationView> post(@Valid @RequestBody ConversationRequest request, Caller caller) {
        OpenConversation wanted = toCommand(request, caller.memberId());
        OpenedConversation opened = opening.open(wanted, Actor.of(caller), keys.ifSent(request));
        ConversationView conversation = opened.conversation();
        return ResponseEntity.status(opened.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/conversations/" + conversation.id()))
                .eTag(IfMatch.etag(conversation.version()))
                .body(conversation);
    }

    private OpenConversation toCommand(ConversationRequest request, UUID caller) {
        return switch (request.type()) {
            case PRIVATE -> privateOne(request, caller);
            case PURCHASE -> ofPurchase(request);
        };
    }

    private OpenConversation privateOne(ConversationRequest request, UUID caller) {
        requireAbsent("/purchaseId", request.purchaseId());
        @Nullable Long listingId = request.listingId();
        if (listingId == null) {
            return new WithMembers(circle(request.memberIds(), caller));
        }
        requireAbsent("/memberIds", request.memberIds());
        return new AboutListing(listingId);
    }

    private static OpenConversation ofPurchase(ConversationRequest request) {
        requireAbsent("/memberIds", request.memberIds());
        requireAbsent("/listingId", request.listingId());
        @Nullable Long purchaseId = request.purchaseId();
        if (purchaseId == null) {
            throw new InvalidField("/purchaseId", "must not be null");
        }
        return new AboutPurchase(purchaseId);
    }

    private static void requireAbsent(String pointer, @Nullable Object value) {
        if (value != null) {
            throw new InvalidField(pointer, "does not belong to what else is sent");
        }
    }

    private List<UUID> circle(@Nullable List<UUID> others, UUID caller) {
        if (others == null) {
            throw new InvalidField("/memberIds", "either memberIds or listingId must be sent");
        }
        if (others.size() >= settings.maxMembers()) {
            throw new InvalidField("/memberIds", "must be %d at most".formatted(settings.maxMembers() - 1));
        }
        Set<UUID> seen = new HashSet<>(Set.of(caller));
        for (int i = 0; i < others.size(); i++) {
            if (!seen.add(others.get(i))) {
                throw new InvalidField("/memberIds/" + i, "must be another member each");
            }
        }
        return others;
    }
}
