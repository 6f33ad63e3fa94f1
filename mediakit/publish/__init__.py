"""Lessons to notebooks (`build`), notebooks to pages (`export`). The learner's side never imports this package."""
