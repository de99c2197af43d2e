package kontor.ledger.receivable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import kontor.platform.store.PlatformSettings;
import org.springframework.stereotype.Component;

/** The service's clock, and the day that it shows in the business zone (G-16). */
@Component
class BusinessTime {

    private final Clock clock;
    private final PlatformSettings settings;

    BusinessTime(Clock clock, PlatformSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
