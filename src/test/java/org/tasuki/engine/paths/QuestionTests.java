package org.tasuki.engine.paths;

@StoryTest
class QuestionTests extends QuestionStories {}
