package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.time.Clock;
import java.util.Set;

/** All time comes from one clock per service, which tests can set. */
final class TimeRules {

    private static final Set<String> READING_CLOCKS = Set.of(
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.tick",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.InstantSource.system",
            "java.lang.System.currentTimeMillis",
            "java.util.Calendar.getInstance");

    static final HouseRule ONE_CLOCK = HouseRule.everyClass(
            "time comes from the injected clock",
            (type, complain) -> type.getCodeUnitAccessesFromSelf().stream()
                    .filter(access -> readsAnotherClock(access) && !definesTheClock(access.getOrigin()))
                    .forEach(access ->
                            complain.accept("reads a clock of its own, inject one: " + access.getDescription())));

    private TimeRules() {}

    private static boolean readsAnotherClock(JavaCodeUnitAccess<?> access) {
        CodeUnitAccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        boolean isNow = target.getName().equals("now") && owner.startsWith("java.time.");
        boolean isNewDate =
                owner.equals("java.util.Date") && target.getRawParameterTypes().isEmpty();
        return READING_CLOCKS.contains(owner + "." + target.getName())
                || (isNow && !takesClock(target))
                || (isNewDate && target.getName().equals("<init>"));
    }

    /** Somebody has to: the platform does for services, the gateway for itself. */
    private static boolean definesTheClock(JavaCodeUnit origin) {
        return Role.is(origin, "org.springframework.context.annotation.Bean")
                && origin.getRawReturnType().isAssignableTo(Clock.class);
    }

    private static boolean takesClock(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
