package kontor.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers each request, which ends with an empty line, with what the function makes of its first line. */
final class DummyServer implements AutoCloseable {

    /** Instead of an answer: the connection ends. */
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final Function<String, String> answers;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    DummyServer(Function<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    Queue<String> lines() {
        return lines;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            String first = in.readLine();
            while (first != null) {
                while (!in.readLine().isEmpty()) {
                    Thread.onSpinWait();
                }
                lines.add(first);
                String answer = answers.apply(first);
                if (answer.equals(HANG_UP)) {
                    return;
                }
                out.write(answer.getBytes(StandardCharsets.UTF_8));
                out.flush();
                first = answer.contains("Connection: close") ? null : in.readLine();
            }
        } catch (IOException closed) {
            // The generator has gone.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
