package kontor.support.opening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import kontor.decision.Wait;
import kontor.platform.rejection.ForbiddenField;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import kontor.support.object.TargetRef;
import kontor.support.object.TargetType;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.queue.TicketView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening of tickets by members, URGENT ones by chiefs: {@code forbidden-field}, {@code unknown-reference}. */
@RestController
@RequestMapping(OpeningController.PATH)
class OpeningController {

    static final String PATH = "/api/v1/tickets";

    private final TicketDesk desk;
    private final RequestKeys keys;

    OpeningController(TicketDesk desk, RequestKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    /** A ticket; target type and id come together or not at all. */
    record TicketRequest(
            @NotNull @Text(max = 120) String subject,
            @NotNull @Text(max = 4000, lines = true) String text,
            @Nullable Priority priority,
            @Nullable TargetType targetType,
            @Nullable @Text(max = 40) String targetId) {}

    /** Answers 201 once chat has opened the conversation, 202 before; the ticket is there in either case (S-1). */
    @PostMapping
    @Access(Who.MEMBER)
    ResponseEntity<TicketView> open(
            @Valid @RequestBody TicketRequest request,
            Caller caller,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        Wait wait = Wait.of(prefer);
        OpenedTicket opened = desk.take(toCommand(request, Viewer.of(caller)), wait);
        TicketView ticket = opened.shown();
        return ResponseEntity.status(opened.isLinked() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create(PATH + "/" + ticket.id()))
                .eTag(IfMatch.etag(ticket.version()))
                .headers(wait::applyTo)
                .body(ticket);
    }

    private OpenTicket toCommand(TicketRequest request, Viewer creator) {
        Priority priority = request.priority() == null ? Priority.NORMAL : request.priority();
        if (priority == Priority.URGENT && !creator.isChief()) {
            throw new ForbiddenField("priority URGENT");
        }
        return new OpenTicket(
                keys.of(request),
                creator,
                request.subject(),
                request.text(),
                priority,
                target(request.targetType(), request.targetId()));
    }

    private static @Nullable TargetRef target(@Nullable TargetType type, @Nullable String id) {
        if (type != null && id != null) {
            return new TargetRef(type, id);
        }
        if (type != null || id != null) {
            throw new UnknownReference(type == null ? "/targetType" : "/targetId");
        }
        return null;
    }
}
