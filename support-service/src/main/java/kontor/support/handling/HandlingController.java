package kontor.support.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.queue.AssignmentView;
import kontor.support.queue.TicketView;
import kontor.support.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Steps of tickets. A stranger gets {@code not-found}, staff of too low a level {@code level-too-low}, who has no say
 * in the step {@code forbidden}; then the state is judged.
 */
@RestController
@RequestMapping("/api/v1/tickets/{id}")
class HandlingController {

    private final Handling handling;
    private final RequestKeys keys;

    HandlingController(Handling handling, RequestKeys keys) {
        this.handling = handling;
        this.keys = keys;
    }

    /** Has no fields; may be left out. */
    record HumanRequest() {}

    /** Has no fields; may be left out. */
    record Acceptance() {}

    /** Whether the ticket is taken from who has it. May be left out. */
    record AssignmentRequest(@Nullable Boolean takeOver) {}

    /** Why the ticket is handed up, for the log. May be left out. */
    record Escalation(
            @Nullable @Text(min = 0, max = 500, lines = true)
            String reason) {}

    /** How urgent it shall be. */
    record PriorityRequest(@NotNull Priority priority) {}

    /** Where it shall stand. */
    record TicketStatusRequest(@NotNull TicketStatus status) {}

    @PostMapping("/human")
    @Access(Who.MEMBER)
    ResponseEntity<TicketView> askForHuman(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable HumanRequest request,
            Caller caller) {
        return answer(handling.askForHuman(command(new HumanRequest(), id, caller)));
    }

    @PostMapping("/acceptance")
    @Access(Who.MEMBER)
    ResponseEntity<TicketView> accept(
            @PathVariable long id, @Valid @RequestBody(required = false) @Nullable Acceptance request, Caller caller) {
        return answer(handling.accept(command(new Acceptance(), id, caller)));
    }

    @PostMapping("/assignments")
    @Access(Who.SUPPORT_1)
    ResponseEntity<AssignmentView> take(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable AssignmentRequest request,
            Caller caller) {
        AssignmentRequest wanted = request == null ? new AssignmentRequest(null) : request;
        AssignmentView taken = handling.take(command(wanted, id, caller), Boolean.TRUE.equals(wanted.takeOver()));
        return ResponseEntity.created(URI.create("/api/v1/tickets/%d/assignments/%d".formatted(id, taken.id())))
                .eTag(IfMatch.etag(taken.version()))
                .body(taken);
    }

    @DeleteMapping("/assignments/mine")
    @Access(Who.SUPPORT_1)
    ResponseEntity<Void> release(@PathVariable long id, Caller caller) {
        handling.release(Viewer.of(caller), id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/escalation")
    @Access(Who.SUPPORT_1)
    ResponseEntity<TicketView> escalate(
            @PathVariable long id, @Valid @RequestBody(required = false) @Nullable Escalation request, Caller caller) {
        Escalation wanted = request == null ? new Escalation(null) : request;
        @Nullable String reason = wanted.reason();
        boolean isSilent = reason == null || reason.isEmpty();
        return answer(handling.escalate(command(wanted, id, caller), isSilent ? null : reason));
    }

    @PostMapping("/priority")
    @Access(Who.SUPPORT_1)
    ResponseEntity<TicketView> prioritise(
            @PathVariable long id, @Valid @RequestBody PriorityRequest request, Caller caller) {
        return answer(handling.prioritise(command(request, id, caller), request.priority()));
    }

    @PostMapping("/status")
    @Access(Who.MEMBER)
    ResponseEntity<TicketView> move(
            @PathVariable long id, @Valid @RequestBody TicketStatusRequest request, Caller caller) {
        return answer(handling.move(command(request, id, caller), request.status()));
    }

    private ActOnTicket command(Object request, long id, Caller caller) {
        return new ActOnTicket(keys.ifSent(request), Viewer.of(caller), id);
    }

    private static ResponseEntity<TicketView> answer(TicketView ticket) {
        return ResponseEntity.ok().eTag(IfMatch.etag(ticket.version())).body(ticket);
    }
}
