package kontor.support.promise;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import kontor.platform.store.PlatformSettings;

/** The targets of the page. */
public final class Promised {

    private Promised() {}

    public static ResponseTargets aroundTheClock() {
        return within("always", "UTC");
    }

    /** In these business hours of this business zone. */
    public static ResponseTargets within(String hours, String zone) {
        PlatformSettings platform = new PlatformSettings(
                "support",
                "EUR",
                ZoneId.of(zone),
                "HU",
                new PlatformSettings.Clock(Duration.ZERO),
                new PlatformSettings.Idempotency(Duration.ofDays(7)),
                Duration.ZERO);
        return new ResponseTargets(new TargetSettings(Map.of(), hours), platform);
    }
}
