package dev.crmmigration.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a public or protected declaration lets callers see. */
final class Signatures {

    private Signatures() {}

    static ArchCondition<JavaClass> notExposeTypesOf(String... packages) {
        return new ArchCondition<>("not expose types of " + String.join(", ", packages)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isVisible(type)) {
                    return;
                }
                supertypes(type)
                        .filter(seen -> isOneOf(packages, seen))
                        .forEach(seen -> events.add(violation(type, type.getFullName(), seen)));
                type.getMembers().stream()
                        .filter(member -> isVisible(member.getModifiers()))
                        .forEach(member -> seenIn(member)
                                .filter(seen -> isOneOf(packages, seen))
                                .distinct()
                                .forEach(seen -> events.add(violation(type, member.getFullName(), seen))));
            }
        };
    }

    private static ConditionEvent violation(JavaClass type, String where, JavaClass seen) {
        return SimpleConditionEvent.violated(type, where + " exposes " + seen.getFullName());
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(Signatures::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        boolean written = !modifiers.contains(JavaModifier.SYNTHETIC);
        return written && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static boolean isOneOf(String[] packages, JavaClass seen) {
        return Stream.of(packages)
                .anyMatch(name -> seen.getPackageName().equals(name)
                        || seen.getPackageName().startsWith(name + "."));
    }

    private static Stream<JavaClass> supertypes(JavaClass type) {
        return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(seen -> seen.getAllInvolvedRawTypes().stream());
    }

    private static Stream<JavaClass> seenIn(JavaMember member) {
        List<? extends JavaType> types = member instanceof JavaField field
                ? List.of(field.getType())
                : Stream.of(
                                List.of(((JavaCodeUnit) member).getReturnType()),
                                ((JavaCodeUnit) member).getParameterTypes(),
                                ((JavaCodeUnit) member).getExceptionTypes())
                        .flatMap(List::stream)
                        .toList();
        return types.stream().flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }
}
