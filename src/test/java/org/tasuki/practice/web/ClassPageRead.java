package org.tasuki.practice.web;

import java.util.Locale;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.ui.ExtendedModelMap;
import org.tasuki.practice.Classes;

/** What a trainer's page of a class is read from. */
@TestConfiguration(proxyBeanMethods = false)
public class ClassPageRead {

    private final Classes classes;
    private final ClassPages pages;

    ClassPageRead(Classes classes, ClassPages pages) {
        this.classes = classes;
        this.pages = pages;
    }

    public void read(String code, Locale language) {
        pages.one(classes.byCode(code).orElseThrow(), ClassName.empty(), language, new ExtendedModelMap());
    }
}
