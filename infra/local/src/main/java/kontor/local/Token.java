package kontor.local;

import java.util.List;
import kontor.local.stack.Trouble;

/** Prints an access token and nothing else, so that a script can use it. */
final class Token {

    private final Stack stack;

    Token(Stack stack) {
        this.stack = stack;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Trouble("Say whose token you want: infra/token ben, or infra/token kiosk for the terminal.");
        }
        System.out.println(stack.logIn().token(arguments.getFirst()));
        return 0;
    }
}
