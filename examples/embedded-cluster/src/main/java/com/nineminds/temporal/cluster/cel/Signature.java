package com.nineminds.temporal.cluster.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.util.List;

/**
 * How a function is called.
 *
 * @param member on its first parameter, as in {@code list.sum()}
 */
record Signature(boolean member, String name, CelType result, List<CelType> parameters) {
    static Signature member(String name, CelType result, CelType... parameters) {
        return new Signature(true, name, result, List.of(parameters));
    }

    static Signature global(String name, CelType result, CelType... parameters) {
        return new Signature(false, name, result, List.of(parameters));
    }

    String id() {
        return "kubernetes_" + parameters.get(0).name() + "_" + name;
    }

    CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                member
                        ? CelOverloadDecl.newMemberOverload(id(), result, parameters)
                        : CelOverloadDecl.newGlobalOverload(id(), result, parameters));
    }
}
