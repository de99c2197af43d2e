package kontor.observing.verify;

import java.util.SortedMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Looks now, for an operator who has mended something and does not want to wait for the next turn. */
@Endpoint(id = "verify")
final class VerifyEndpoint {

    private final Examining examining;

    VerifyEndpoint(Examining examining) {
        this.examining = examining;
    }

    /** How many rows disagree, by invariant. */
    @WriteOperation
    SortedMap<String, Double> verify() {
        return examining.verify();
    }
}
