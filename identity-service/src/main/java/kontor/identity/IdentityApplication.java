package kontor.identity;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts identity-service, or runs its set-up command and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
class IdentityApplication {

    private static final String SET_UP = "--kontor.identity.setup.email=";

    private IdentityApplication() {}

    public static void main(String[] args) {
        boolean isSetUp = Arrays.stream(args).anyMatch(argument -> argument.startsWith(SET_UP));
        ConfigurableApplicationContext context =
                SpringApplication.run(IdentityApplication.class, isSetUp ? besideTheService(args) : args);
        if (isSetUp) {
            System.exit(SpringApplication.exit(context));
        }
    }

    /** The command may run while the service does: it takes ports that nobody knows. */
    private static String[] besideTheService(String[] args) {
        Stream<String> hidden =
                Stream.of("--server.port=0", "--management.server.port=0", "--server.address=127.0.0.1");
        return Stream.concat(Arrays.stream(args), hidden).toArray(String[]::new);
    }
}
