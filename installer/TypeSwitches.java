// SPDX-License-Identifier: Apache-2.0

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.runtime.SwitchBootstraps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The switches over types in one class. Each asks {@link SwitchBootstraps#typeSwitch} for a method that tells which case fits; here that is a method of the
 * class itself and answers the same: the first case that fits from a given one on, the number of cases if none does, -1 for null.
 */
final class TypeSwitches {
    private static final ClassDesc SWITCH_BOOTSTRAPS = ClassDesc.of(SwitchBootstraps.class.getName());
    private static final int HIDDEN_FUNCTION = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    /** {@code shape}: of what type it is asked, and from which case on. */
    private record Question(MethodTypeDesc shape, List<ClassDesc> cases) {}

    private final ClassModel type;

    /** Two switches may ask the same. */
    private final Map<Question, String> names = new LinkedHashMap<>();

    TypeSwitches(ClassModel type) {
        this.type = type;
    }

    Optional<CodeTransform> change(CodeModel code) {
        return code.elementStream().anyMatch(element -> question(element).isPresent())
                ? Optional.of(this::call)
                : Optional.empty();
    }

    private void call(CodeBuilder code, CodeElement element) {
        question(element)
                .ifPresentOrElse(
                        question -> code.invokestatic(
                                type.thisClass().asSymbol(),
                                name(question),
                                question.shape(),
                                type.flags().has(AccessFlag.INTERFACE)),
                        () -> code.with(element));
    }

    private String name(Question question) {
        return names.computeIfAbsent(question, added -> "typeSwitch$" + names.size());
    }

    /** None where a case is a constant or what is asked of is a primitive: such a switch stays as it is. */
    private static Optional<Question> question(CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().equals(SWITCH_BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && !call.typeSymbol().parameterType(0).isPrimitive()
                && cases(call).allMatch(ClassEntry.class::isInstance)) {
            List<ClassDesc> cases =
                    cases(call).map(entry -> ((ClassEntry) entry).asSymbol()).toList();
            return Optional.of(new Question(call.typeSymbol(), cases));
        }
        return Optional.empty();
    }

    private static Stream<?> cases(InvokeDynamicInstruction call) {
        return call.invokedynamic().bootstrap().arguments().stream();
    }

    /** The methods that are called now. */
    void writeMethods(ClassBuilder builder) {
        names.forEach((question, name) ->
                builder.withMethodBody(name, question.shape(), HIDDEN_FUNCTION, code -> writeAnswer(code, question)));
    }

    private static void writeAnswer(CodeBuilder code, Question question) {
        List<ClassDesc> cases = question.cases();
        List<Label> tests =
                Stream.generate(code::newLabel).limit(cases.size() + 1).toList();
        Label thing = code.newLabel();
        code.aload(0).ifnonnull(thing).iconst_m1().ireturn().labelBinding(thing);
        code.iload(1)
                .tableswitch(
                        tests.getLast(),
                        IntStream.range(0, cases.size())
                                .mapToObj(index -> SwitchCase.of(index, tests.get(index)))
                                .toList());
        for (int index = 0; index < cases.size(); index++) {
            code.labelBinding(tests.get(index))
                    .aload(0)
                    .instanceOf(cases.get(index))
                    .ifeq(tests.get(index + 1));
            code.loadConstant(index).ireturn();
        }
        code.labelBinding(tests.getLast()).loadConstant(cases.size()).ireturn();
        List<VerificationTypeInfo> parameters = List.of(
                ObjectVerificationTypeInfo.of(question.shape().parameterType(0)), SimpleVerificationTypeInfo.INTEGER);
        code.with(StackMapTableAttribute.of(Stream.concat(Stream.of(thing), tests.stream())
                .map(label -> StackMapFrameInfo.of(label, parameters, List.of()))
                .toList()));
    }
}
