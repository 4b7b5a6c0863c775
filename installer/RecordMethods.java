// SPDX-License-Identifier: Apache-2.0

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatFactory;
import java.lang.runtime.ObjectMethods;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a record has as equals, hashCode and toString when it does not say otherwise. Each asks {@link ObjectMethods} for code that does it; here that code is
 * written out and answers the same.
 */
final class RecordMethods {
    private static final ClassDesc OBJECT_METHODS = desc(ObjectMethods.class);
    private static final DirectMethodHandleDesc JOINING = ConstantDescs.ofCallsiteBootstrap(
            desc(StringConcatFactory.class),
            "makeConcatWithConstants",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_String,
            ConstantDescs.CD_Object.arrayType());

    /** Of 200 slots that can be joined at once, long and double take two. */
    private static final int MOST_JOINED = 100;

    /** All there is in such a method. */
    private static final Map<String, List<Opcode>> AS_JAVAC_WRITES_THEM = Map.of(
            "equals", List.of(Opcode.ALOAD_0, Opcode.ALOAD_1, Opcode.INVOKEDYNAMIC, Opcode.IRETURN),
            "hashCode", List.of(Opcode.ALOAD_0, Opcode.INVOKEDYNAMIC, Opcode.IRETURN),
            "toString", List.of(Opcode.ALOAD_0, Opcode.INVOKEDYNAMIC, Opcode.ARETURN));

    private final ClassModel type;
    private final ClassDesc record;

    RecordMethods(ClassModel type) {
        this.type = type;
        record = type.thisClass().asSymbol();
    }

    Optional<CodeTransform> change(CodeModel code) {
        return code.elementStream()
                .flatMap(element -> element instanceof InvokeDynamicInstruction call ? Stream.of(call) : Stream.empty())
                .filter(call -> call.bootstrapMethod().owner().equals(OBJECT_METHODS) && canBeWritten(code, call))
                .findFirst()
                .map(this::inPlaceOf);
    }

    private static boolean canBeWritten(CodeModel code, InvokeDynamicInstruction call) {
        List<Opcode> all = code.elementStream()
                .flatMap(element ->
                        element instanceof Instruction instruction ? Stream.of(instruction.opcode()) : Stream.empty())
                .toList();
        List<DirectMethodHandleDesc> getters = getters(call);
        return all.equals(AS_JAVAC_WRITES_THEM.get(call.name().stringValue()))
                && getters.size() <= MOST_JOINED
                && getters.stream().allMatch(getter -> getter.kind() == DirectMethodHandleDesc.Kind.GETTER);
    }

    private static List<DirectMethodHandleDesc> getters(InvokeDynamicInstruction call) {
        return call.bootstrapArgs().stream()
                .skip(2) // the record and the names
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private CodeTransform inPlaceOf(InvokeDynamicInstruction old) {
        List<Component> components = getters(old).stream()
                .map(getter -> new Component(
                        record, getter.methodName(), getter.invocationType().returnType()))
                .toList();
        return (code, element) -> {
            if (element instanceof InvokeDynamicInstruction) {
                write(old.name().stringValue(), code, components);
            } else if (!(element instanceof Instruction)) {
                code.with(element); // lines and names of variables
            }
        };
    }

    private void write(String method, CodeBuilder code, List<Component> components) {
        switch (method) {
            case "equals" -> writeEquals(code, components);
            case "hashCode" -> writeHashCode(code, components);
            default -> writeToString(code, components);
        }
    }

    private void writeEquals(CodeBuilder code, List<Component> components) {
        Label another = code.newLabel();
        Label different = code.newLabel();
        code.aload(0).aload(1).if_acmpne(another).iconst_1().ireturn();
        code.labelBinding(another).aload(1).instanceOf(record).ifeq(different);
        code.aload(1).checkcast(record).astore(2);
        components.forEach(component -> component.compare(code, different));
        code.iconst_1().ireturn();
        code.labelBinding(different).iconst_0().ireturn();
        List<VerificationTypeInfo> parameters =
                List.of(ObjectVerificationTypeInfo.of(record), ObjectVerificationTypeInfo.of(ConstantDescs.CD_Object));
        code.with(StackMapTableAttribute.of(Stream.of(another, different)
                .map(label -> StackMapFrameInfo.of(label, parameters, List.of()))
                .toList()));
    }

    private static void writeHashCode(CodeBuilder code, List<Component> components) {
        code.iconst_0();
        components.forEach(component -> component.addHash(code));
        code.ireturn();
    }

    private void writeToString(CodeBuilder code, List<Component> components) {
        components.forEach(component -> component.load(code, 0));
        List<ClassDesc> types = components.stream().map(Component::type).toList();
        String recipe = components.stream()
                .map(component -> component.name() + "=\1")
                .collect(Collectors.joining(", ", simpleName() + "[", "]"));
        code.invokedynamic(DynamicCallSiteDesc.of(
                        JOINING, JOINING.methodName(), MethodTypeDesc.of(ConstantDescs.CD_String, types), recipe))
                .areturn();
    }

    private String simpleName() {
        return type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(inner -> inner.classes().stream())
                .filter(inner -> inner.innerClass().asSymbol().equals(record))
                .flatMap(inner -> inner.innerName().stream())
                .map(Utf8Entry::stringValue)
                .findFirst()
                .orElse(record.displayName());
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    private record Component(ClassDesc record, String name, ClassDesc type) {

        /** {@code variable}: where the record is. */
        void load(CodeBuilder code, int variable) {
            code.aload(variable).getfield(record, name, type);
        }

        /** Numbers as their own classes compare them: NaN is NaN, and 0.0 is not -0.0. */
        void compare(CodeBuilder code, Label different) {
            load(code, 0);
            load(code, 2);
            if (type.isPrimitive()) {
                code.invokestatic(box(), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                        .ifne(different);
            } else {
                code.invokestatic(
                                desc(Objects.class),
                                "equals",
                                MethodTypeDesc.of(
                                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                        .ifeq(different);
            }
        }

        /** 31 times what there is, and this one's. */
        void addHash(CodeBuilder code) {
            code.bipush(31).imul();
            load(code, 0);
            code.invokestatic(
                            type.isPrimitive() ? box() : desc(Objects.class),
                            "hashCode",
                            MethodTypeDesc.of(
                                    ConstantDescs.CD_int, type.isPrimitive() ? type : ConstantDescs.CD_Object))
                    .iadd();
        }

        private ClassDesc box() {
            return desc(MethodType.methodType(Class.forPrimitiveName(type.displayName()))
                    .wrap()
                    .returnType());
        }
    }
}
