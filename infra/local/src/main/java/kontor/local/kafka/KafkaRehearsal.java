package kontor.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kontor.local.cache.Rehearsal;
import kontor.local.cache.StartCache;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Trees;

/** A broker of its own, with topics of its own, in a folder that is thrown away. */
public final class KafkaRehearsal implements Rehearsal {

    private final KafkaBroker broker;
    private final Path home;

    public KafkaRehearsal(Folders folders) {
        int port = Ports.anyFreePair();
        this.home = folders.state().resolve("kafka-training");
        this.broker = new KafkaBroker(home, folders, new Ports(0, 0, 0, 0, port));
    }

    @Override
    public String name() {
        return KafkaBroker.NAME;
    }

    @Override
    public StartCache cache() {
        return broker.startCache();
    }

    @Override
    public ProcessBuilder command() throws IOException {
        Trees.delete(home);
        broker.prepare();
        return broker.command(cache().record());
    }

    @Override
    public boolean hasStarted() {
        return Files.exists(home) && broker.isReady();
    }

    @Override
    public void exercise() {
        broker.complete();
    }

    @Override
    public void cleanUp() throws IOException {
        Trees.delete(home);
    }
}
