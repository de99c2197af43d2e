package kontor.manifests.observability;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold, in words, and how it is broken, one sentence each. */
record WatchRule(String name, Function<Watch, Stream<String>> faults) {

    static final List<WatchRule> ALL = List.of(
            QueryRules.READABLE,
            QueryRules.KNOWN,
            QueryRules.MATCHED,
            QueryRules.SHOWN,
            AlertRules.SAID,
            AlertRules.TESTED,
            RunbookRules.WRITTEN,
            RunbookRules.COMPLETE,
            RunbookRules.POSSIBLE,
            DashboardRules.ONE_NAME,
            DashboardRules.EXPLAINED,
            DashboardRules.SOURCE,
            DashboardRules.PLACED,
            AddressRules.OPERATIONS,
            AddressRules.LOCAL);

    List<String> faultsOf(Watch watch) {
        return faults.apply(watch).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
