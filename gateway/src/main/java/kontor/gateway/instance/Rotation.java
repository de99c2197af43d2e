package kontor.gateway.instance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service take turns. */
final class Rotation {

    private final List<Instance> instances;
    private final AtomicInteger turns = new AtomicInteger();

    Rotation(List<Instance> instances) {
        this.instances = List.copyOf(instances);
    }

    List<Instance> instances() {
        return instances;
    }

    /** All of them: first those that are ready, beginning with another one each time, then the rest. */
    List<Instance> next() {
        List<Instance> order = new ArrayList<>(instances.size());
        List<Instance> rest = new ArrayList<>();
        for (Instance instance : instances) {
            (instance.isReady() ? order : rest).add(instance);
        }
        Collections.rotate(order, turns.getAndIncrement());
        order.addAll(rest);
        return order;
    }
}
