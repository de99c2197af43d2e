package kontor.chat.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link OpenStreams} with a fault planted, which the check has to find: it looks whether the instance stops before it
 * has put the stream where who stops finds it.
 */
final class HastyStreams {

    private final Set<OpenStream> in = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopping = new AtomicBoolean();

    boolean add(OpenStream stream) {
        return !stopping.get() && in.add(stream);
    }

    void endAll(Ending why) {
        stopping.set(true);
        in.forEach(stream -> stream.end(why));
    }
}
