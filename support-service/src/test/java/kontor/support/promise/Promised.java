package kontor.support.promise;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import kontor.platform.store.PlatformSettings;

/** The targets of the page, around the clock. */
public final class Promised {

    private Promised() {}

    public static ResponseTargets aroundTheClock() {
        PlatformSettings platform = new PlatformSettings(
                "support",
                "EUR",
                ZoneOffset.UTC,
                "HU",
                new PlatformSettings.Clock(Duration.ZERO),
                new PlatformSettings.Idempotency(Duration.ofDays(7)));
        return new ResponseTargets(new TargetSettings(Map.of(), "always"), platform);
    }
}
