package kontor.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts chat-service. */
@SpringBootApplication
class ChatApplication {

    private ChatApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(ChatApplication.class, args);
    }
}
