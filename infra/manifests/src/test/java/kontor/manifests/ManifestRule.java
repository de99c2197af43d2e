package kontor.manifests;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold, in words, and how it is broken, one sentence each. */
record ManifestRule(String name, Function<Shop, Stream<String>> faults) {

    static final List<ManifestRule> ALL = List.of(
            FieldRules.FIELDS_ARE_KNOWN,
            PartRules.COMPLETE,
            PartRules.SELECTED,
            PartRules.ONE_AUTOSCALER,
            PartRules.FOUND,
            HardeningRules.RESTRICTED,
            HardeningRules.BOUNDED,
            HealthRules.LIVENESS_STANDS_ALONE,
            HealthRules.READINESS_IS_ASKED,
            HealthRules.STOPS_IN_TIME,
            EdgeRules.EDGES,
            TopicRules.TOPICS,
            TopicRules.DURABLE,
            TopicRules.RIGHTS,
            SettingRules.NOTHING_UNREAD,
            SettingRules.NOTHING_MISSING,
            SettingRules.ADDRESSES,
            SecretRules.KNOWN,
            SecretRules.REALM,
            AlarmRules.COPIED);

    List<String> faultsOf(Shop shop) {
        return faults.apply(shop).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
