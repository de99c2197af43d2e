package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads the problem code of a refusal from its constructor: the text that is loaded right after the kind. Nothing is
 * instantiated, since constructors want real arguments.
 */
final class RejectionCode {

    private static final String KIND = "Lkontor/platform/Rejection$Kind;";

    private RejectionCode() {}

    static Optional<String> of(JavaClass rejection) {
        return rejection.getSource().flatMap(RejectionCode::read);
    }

    private static Optional<String> read(Source source) {
        try (InputStream stream = source.getUri().toURL().openStream()) {
            return ClassFile.of().parse(stream.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().equalsString("<init>"))
                    .flatMap(method -> codeIn(method).stream())
                    .findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException("Not readable: " + source.getUri(), failed);
        }
    }

    private static Optional<String> codeIn(MethodModel constructor) {
        return constructor.code().flatMap(RejectionCode::textAfterKind);
    }

    private static Optional<String> textAfterKind(CodeModel code) {
        Iterator<Instruction> instructions = code.elementStream()
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast)
                .iterator();
        while (instructions.hasNext()) {
            boolean loadsKind = instructions.next() instanceof FieldInstruction field
                    && field.type().equalsString(KIND);
            if (loadsKind && instructions.hasNext()) {
                return text(instructions.next());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Instruction instruction) {
        return instruction instanceof ConstantInstruction constant && constant.constantValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
