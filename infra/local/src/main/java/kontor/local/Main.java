package kontor.local;

import java.util.Arrays;
import java.util.List;
import kontor.local.backup.Backup;
import kontor.local.backup.Restore;
import kontor.local.letter.LetterCommand;
import kontor.local.outbox.Backlog;
import kontor.local.outbox.Republish;
import kontor.local.postgres.Examiner;
import kontor.local.postgres.Superuser;
import kontor.local.reporting.ReportCommand;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;
import kontor.local.verify.Checks;

/** The commands behind the scripts in {@code infra}: one word, then its arguments. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.stream(arguments).skip(1).toList();
        try {
            System.exit(run(command, rest));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        } catch (InterruptedException interrupted) {
            System.exit(130);
        }
    }

    private static int run(String command, List<String> arguments) throws InterruptedException {
        Folders folders = Folders.from(System.getenv());
        return switch (command) {
            case "check" -> new Preflight(Stack.wanted(folders)).run();
            case "supervise" -> new Launcher(Stack.wanted(folders)).run();
            case "restart" -> new Restart(Stack.present(folders)).run(arguments);
            case "down" -> new Down(folders).run();
            case "forget" -> new Forget(folders).run();
            case "status" -> new Status(Stack.present(folders)).run();
            case "clock" -> new ClockMove(Stack.present(folders)).run(arguments);
            case "verify" -> verify(folders, arguments);
            case "backup" -> backup(folders, arguments);
            case "restore" -> restore(folders, arguments);
            case "dlt" -> letters(Stack.present(folders), arguments);
            case "backlog" -> backlog(Stack.present(folders), arguments);
            case "republish" -> republish(Stack.present(folders), arguments);
            case "report" -> report(Stack.present(folders), arguments);
            case "token" -> new Token(Stack.present(folders)).run(arguments);
            default -> throw new Trouble("There is no command '%s'.".formatted(command));
        };
    }

    private static int backup(Folders folders, List<String> arguments) throws InterruptedException {
        Stack stack = Stack.present(folders);
        return new Backup(folders, stack.ports(), stack.secrets(), stack.console()).run(arguments);
    }

    private static int restore(Folders folders, List<String> arguments) throws InterruptedException {
        Stack stack = Stack.wanted(folders);
        return new Restore(folders, stack.ports(), stack.console(), stack::checkPorts).run(arguments);
    }

    private static int verify(Folders folders, List<String> arguments) throws InterruptedException {
        Stack stack = Stack.present(folders);
        return Checks.of(folders, stack.ports(), stack.secrets(), stack.console(), arguments)
                .run();
    }

    private static int letters(Stack stack, List<String> arguments) {
        return new LetterCommand(stack.ports(), stack.console()).run(arguments);
    }

    private static int report(Stack stack, List<String> arguments) throws InterruptedException {
        return new ReportCommand(stack.folders(), stack.ports(), stack.secrets(), stack.console()).run(arguments);
    }

    private static int backlog(Stack stack, List<String> arguments) throws InterruptedException {
        Examiner examiner = new Examiner(stack.ports(), stack.secrets());
        return new Backlog(stack.ports(), examiner, stack.console()).run(arguments);
    }

    private static int republish(Stack stack, List<String> arguments) throws InterruptedException {
        Superuser superuser = new Superuser(stack.ports(), stack.secrets());
        return new Republish(superuser, stack.console()).run(arguments);
    }
}
