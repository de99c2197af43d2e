package kontor.support.ticket;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.NotAllowedInState;

/** Where a ticket stands; stored as a letter, shown as a word (G-5). PENDING waits for the creator, CLOSED is final. */
public enum TicketStatus {
    OPEN("O"),
    PENDING("P"),
    SOLVED("S"),
    CLOSED("C");

    /** The table of the domain page, as far as people ask for a status. */
    private static final List<Step> STEPS = List.of(
            new Step(OPEN, PENDING, EnumSet.of(Role.HOLDER, Role.CHIEF)),
            new Step(PENDING, OPEN, EnumSet.allOf(Role.class)),
            new Step(OPEN, SOLVED, EnumSet.of(Role.HOLDER, Role.CHIEF)),
            new Step(PENDING, SOLVED, EnumSet.of(Role.HOLDER, Role.CHIEF)),
            new Step(SOLVED, OPEN, EnumSet.of(Role.CREATOR)),
            new Step(SOLVED, CLOSED, EnumSet.of(Role.CREATOR)),
            new Step(OPEN, CLOSED, EnumSet.of(Role.CREATOR, Role.CHIEF)),
            new Step(PENDING, CLOSED, EnumSet.of(Role.CREATOR, Role.CHIEF)));

    private final String letter;

    TicketStatus(String letter) {
        this.letter = letter;
    }

    /** As what somebody acts on a ticket. */
    enum Role {
        CREATOR,
        HOLDER,
        CHIEF
    }

    private record Step(TicketStatus from, TicketStatus to, Set<Role> who) {}

    public String letter() {
        return letter;
    }

    /** The status of a row, which can have no other. */
    public static TicketStatus of(String letter) {
        return Stream.of(values())
                .filter(status -> status.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status has the letter " + letter));
    }

    /** Judges the right first; where nobody can take the step, it is the right to lead there at all. */
    void requireStep(TicketStatus to, Set<Role> roles) {
        boolean isInTable = STEPS.stream().anyMatch(step -> step.from() == this && step.to() == to);
        Set<Role> allowed = STEPS.stream()
                .filter(step -> step.to() == to && (!isInTable || step.from() == this))
                .flatMap(step -> step.who().stream())
                .collect(Collectors.toSet());
        if (Collections.disjoint(allowed, roles)) {
            throw new Forbidden();
        }
        if (this == to) {
            throw new AlreadyInState("The ticket is %s".formatted(to));
        }
        if (!isInTable) {
            throw new NotAllowedInState("The ticket is %s; it cannot become %s.".formatted(this, to));
        }
    }
}
