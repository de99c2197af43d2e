package kontor.testkit.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of loopback that nobody listens to. */
public final class FreePort {

    private FreePort() {}

    /** One that is held until it is closed: who needs two holds both, else the second may be the first once more. */
    public static ServerSocket held() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** One that is free right now. */
    public static int find() throws IOException {
        try (ServerSocket socket = held()) {
            return socket.getLocalPort();
        }
    }
}
