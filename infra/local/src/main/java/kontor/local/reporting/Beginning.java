package kontor.local.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Takes everything from a stopped reporting that it has made: the next start reads the topics from the beginning. */
record Beginning(Folders folders, Ports ports) {

    /** Group of its consumers, and first part of the names of its internal topics. */
    private static final String APPLICATION = "reporting";

    void again() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrapServers()))) {
            forgetPlace(admin);
            Set<String> internal = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(APPLICATION + "-"))
                    .collect(Collectors.toSet());
            admin.deleteTopics(internal).all().get();
            Trees.delete(folders.reporting());
        } catch (ExecutionException cause) {
            throw new Trouble("Kafka could not forget reporting: " + cause.getCause(), cause);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Also when it was killed, and Kafka still counts it as a member. */
    private static void forgetPlace(Admin admin) throws ExecutionException, InterruptedException {
        try {
            boolean isEmpty = admin.describeConsumerGroups(List.of(APPLICATION)).all().get().values().stream()
                    .allMatch(group -> group.members().isEmpty());
            if (!isEmpty) {
                admin.removeMembersFromConsumerGroup(APPLICATION, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
            }
            admin.deleteConsumerGroups(List.of(APPLICATION)).all().get();
        } catch (ExecutionException cause) {
            if (!isUnknown(cause)) {
                throw cause;
            }
        }
    }

    private static boolean isUnknown(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof GroupIdNotFoundException) {
                return true;
            }
        }
        return false;
    }
}
