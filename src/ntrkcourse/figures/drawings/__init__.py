"""The drawings, a module each: ``draw`` takes the picture's labels and gives a drawing, or one for each frame."""
