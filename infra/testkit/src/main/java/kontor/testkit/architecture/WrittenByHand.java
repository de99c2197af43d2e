package kontor.testkit.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Main classes that somebody wrote; a build leaves others beside them, made from their configuration. */
enum WrittenByHand implements ImportOption {
    ONLY;

    private static final Pattern GENERATED = Pattern.compile(".*(__|\\$\\$)[^/]*\\.class");

    @Override
    public boolean includes(Location location) {
        return Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.matches(GENERATED);
    }
}
