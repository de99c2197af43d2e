package kontor.platform.store;

import java.time.Duration;
import java.time.Instant;
import kontor.platform.MovableClock;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Moves the service's clock (G-18). Nobody may call it but in the local profile, which opens it. */
@Endpoint(id = "clock", defaultAccess = Access.NONE)
class ClockEndpoint {

    private final MovableClock clock;

    ClockEndpoint(MovableClock clock) {
        this.clock = clock;
    }

    @ReadOperation
    Reading read() {
        return new Reading(clock.instant(), clock.offset().toString());
    }

    /** @param offset ISO 8601 duration from real time, such as {@code P14D} */
    @WriteOperation
    Reading move(String offset) {
        clock.moveTo(Duration.parse(offset));
        return read();
    }

    /** What the clock shows and how far it is moved. */
    record Reading(Instant now, String offset) {}
}
