package org.tasuki.courses;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The courses that whoever acts can take: those of the house. */
@Component
public class Courses {

    private final ShippedCourses shipped;

    Courses(ShippedCourses shipped) {
        this.shipped = shipped;
    }

    /** One audience after the other. */
    public List<Course> all() {
        return materials().stream().map(Material::course).toList();
    }

    public Optional<Course> find(String key) {
        return material(key).map(Material::course);
    }

    Optional<Material> material(String key) {
        return materials().stream()
                .filter(material -> material.course().key().equals(key))
                .findFirst();
    }

    private List<Material> materials() {
        return shipped.all();
    }
}
